package text

// NonEmpty returns the values that are not empty, in the memory of values.
func NonEmpty(values ...string) []string {
	kept := values[:0]
	for _, v := range values {
		if v != "" {
			kept = append(kept, v)
		}
	}
	return kept
}

// Prefixed returns prefix and value, or "" if the value is empty.
func Prefixed(prefix, value string) string {
	if value == "" {
		return ""
	}
	return prefix + value
}

// WordSet returns a set of words.
func WordSet(words ...string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, word := range words {
		set[word] = true
	}
	return set
}
