package document

import "strings"

// tagsIn lists the tags that stay in a text: "<a href=…>", "</i>".
func tagsIn(s string) (tags []span) {
	for at := strings.IndexByte(s, '<'); at >= 0; {
		end := at + max(tagLength(s[at:]), 1)
		if end-at > 1 {
			tags = append(tags, span{at, end})
		}
		next := strings.IndexByte(s[end:], '<')
		if next < 0 {
			break
		}
		at = end + next
	}
	return tags
}

// tagLength returns the length of the tag that begins with the first mark of a text, 0
// for none.
func tagLength(s string) int {
	const longestName = 6
	name := strings.TrimPrefix(s[len("<"):], "/")
	rest := strings.TrimLeft(name, "abcdefghijklmnopqrstuvwxyz")
	if n := len(name) - len(rest); n == 0 || n > longestName {
		return 0
	}
	if strings.HasPrefix(rest, " ") {
		rest = rest[max(strings.IndexAny(rest, "<>"), 0):]
	}
	if !strings.HasPrefix(rest, ">") {
		return 0
	}
	return len(s) - len(rest) + len(">")
}

// hiddenTags returns a text that has parentheses in place of its tags, whose names look to
// UAX 29 as if a sentence went on in small letters.
func hiddenTags(s string) string {
	tags := tagsIn(s)
	if len(tags) == 0 {
		return s
	}
	hidden := []byte(s)
	for _, tag := range tags {
		mark := byte('(')
		if s[tag.start+1] == '/' {
			mark = ')'
		}
		for i := tag.start; i < tag.end; i++ {
			hidden[i] = mark
		}
	}
	return string(hidden)
}

// withoutTags returns a text without its tags.
func withoutTags(s string) string {
	var kept strings.Builder
	start := 0
	for _, tag := range tagsIn(s) {
		kept.WriteString(s[start:tag.start])
		start = tag.end
	}
	if start == 0 {
		return s
	}
	kept.WriteString(s[start:])
	return kept.String()
}
