package texts

import (
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"slices"
	"strings"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/text"
)

// extensions are endings of names that say what a file is.
var extensions = []string{".gz", ".zst", ".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".xml", ".nxml", ".pdf", ".json"}

func withoutExtensions(name string) string {
	for {
		i := slices.IndexFunc(extensions, func(e string) bool { return len(name) > len(e) && text.LowerASCII(name[len(name)-len(e):]) == e })
		if i < 0 {
			return name
		}
		name = name[:len(name)-len(extensions[i])]
	}
}

// kinds are identifiers that names of files begin with, and how they are written.
var kinds = []string{"arxiv", "doi", "pmid", "pmcid", "pmc", "isbn", "uri", "sha256", "url"}

// keyOf folds a name so that the ways in which caches write it are one: "PMID_123",
// "PMID:123" and "pmid-123" are the same, and so are "doi-10.1000_x" and "DOI:10.1000/x".
func keyOf(name string) string {
	key := text.LowerASCII(strings.TrimSpace(name))
	for _, kind := range kinds {
		if rest, ok := strings.CutPrefix(key, kind); ok && rest != "" && strings.IndexByte("-_: ", rest[0]) >= 0 {
			key = kind + "_" + strings.TrimLeft(rest[1:], " ")
			break
		}
	}
	key = strings.TrimPrefix(key, "sha256_")
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '.' || r == '-' || r >= 0x80:
			return r
		}
		return '_'
	}, key)
}

// keysOf returns the keys under which the text of a source may be, the surest first.
func keysOf(s *fact.Source) []string {
	var keys []string
	if s.ContentHash != "" {
		keys = append(keys, keyOf(strings.TrimPrefix(s.ContentHash, "sha256:")))
	}
	if s.ID != "" {
		keys = append(keys, keyOf(s.ID))
	}
	for _, name := range [...]string{s.ID, s.URI} {
		for _, id := range Names(name) {
			keys = append(keys, keyOf(id))
		}
	}
	return keys
}

// Names returns the names, without an extension, under which a folder may have the text of
// an address or an identifier: its arXiv ID, DOI, PMID or PMCID as arXiv-2402.10379,
// doi-10.1000_x, PMID_123, PMCID_PMC123, and at last uri- and the first 32 hexadecimal
// digits of the SHA-256 of the address as it is written. Case, and whether "-", "_" or ":"
// follows the kind, do not matter. There is none for an empty address.
func Names(uri string) []string {
	uri = strings.TrimSpace(uri)
	if uri == "" {
		return nil
	}
	var names []string
	add := func(prefix, id string) {
		if id != "" {
			names = append(names, prefix+strings.NewReplacer("/", "_", ":", "_", "?", "_", "<", "_", ">", "_", "\\", "_", "|", "_", "*", "_", `"`, "_").Replace(id))
		}
	}
	host, path := addressOf(uri)
	lower := text.LowerASCII(uri)
	switch {
	case strings.HasSuffix(host, "arxiv.org") || strings.HasPrefix(lower, "arxiv:"):
		if id, ok := fold.ArXivNumber(uri); ok {
			add("arXiv-", id)
		}
	case strings.HasSuffix(host, "doi.org"):
		add("doi-", fold.DOI(strings.TrimPrefix(path, "/")))
	case strings.HasPrefix(lower, "doi:"):
		add("doi-", fold.DOI(uri[4:]))
	case strings.HasPrefix(lower, "10.") && strings.Contains(uri, "/"):
		add("doi-", fold.DOI(uri))
	case host == "pubmed.ncbi.nlm.nih.gov" || strings.HasPrefix(path, "/pubmed/"):
		add("PMID_", digitsOf(path))
	case strings.HasPrefix(lower, "pmid:"):
		add("PMID_", digitsOf(lower))
	case strings.HasSuffix(host, "ncbi.nlm.nih.gov") || strings.HasPrefix(lower, "pmc"):
		if i := strings.LastIndex(lower, "pmc"); i >= 0 {
			if digits := digitsOf(lower[i:]); digits != "" {
				add("PMCID_", "PMC"+digits)
				add("", "PMC"+digits)
			}
		}
	}
	sum := sha256.Sum256([]byte(uri))
	return append(names, "uri-"+hex.EncodeToString(sum[:16]))
}

func addressOf(uri string) (host, path string) {
	u, err := url.Parse(uri)
	if err != nil {
		return "", ""
	}
	return strings.TrimPrefix(text.LowerASCII(u.Hostname()), "www."), u.Path
}

// digitsOf returns the first run of digits.
func digitsOf(s string) string {
	start := strings.IndexAny(s, "0123456789")
	if start < 0 {
		return ""
	}
	end := start
	for end < len(s) && text.IsDigit(s[end]) {
		end++
	}
	return s[start:end]
}
