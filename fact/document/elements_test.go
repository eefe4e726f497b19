package document_test

import (
	"testing"

	"github.com/factcite/factcite/fact/document"
)

// TestElements holds which elements of a page stay in its text, and which are passed over.
func TestElements(t *testing.T) {
	testFacts(t, []documentCase{
		{"tags that stay", document.HTML,
			"<p><i>A</i> <em>b</em> <cite>c</cite> <b>d</b> <strong>e</strong> <q>f</q> <u>g</u> <small>h</small>.</p>",
			"sentence 1:4 <i>A</i> <em>b</em> <cite>c</cite> <b>d</b> <strong>e</strong> <q>f</q> g h.\n"},
		{"what an id says", document.HTML,
			"<div id=sidebar>No.</div><div id=felt>Yes.</div>",
			"sentence 1:39 Yes.\n"},
		{"elements that nobody knows", document.HTML,
			"<my-menu class=sidebar>No.</my-menu><my-menu hidden>No.</my-menu><my-text>Yes.</my-text><my-text/>Too.",
			"sentence 1:75 Yes.Too.\n"},
		{"an element that is closed where it is opened", document.HTML,
			"<nav/>No.</nav><p>Yes.</p>",
			"sentence 1:19 Yes.\n"},
		{"the first of two attributes", document.HTML,
			"<div class=felt class=sidebar>Yes.</div><div class=sidebar class=felt>No.</div>",
			"sentence 1:31 Yes.\n"},
	})
}

// TestUnderlinedHeadings holds that a line which is underlined ends the text above it.
func TestUnderlinedHeadings(t *testing.T) {
	testFacts(t, []documentCase{
		{"after a paragraph", document.Text,
			"Felt is quiet.\nOak is loud.\nReferences\n==========\nRoe, A. (2019). Felt. Springer.\n\nNotes\n-----\nElm is old.\n",
			"sentence 1:1 Felt is quiet.\nsentence 2:1 Oak is loud.\nreference 5:1 Roe, A. (2019). Felt. Springer.\nsentence 9:1 Elm is old.\n"},
	})
}
