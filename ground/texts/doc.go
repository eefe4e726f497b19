// Package texts finds the texts of sources in folders and manifests, and reads what a
// reader sees of them: of plain text, Markdown, HTML and JATS XML, compressed or not,
// and of other kinds by a function that is given. It fetches nothing, and knows
// nothing of rules.
package texts
