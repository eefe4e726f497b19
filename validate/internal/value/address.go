package value

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"
)

// MalformedURL says why an address cannot be opened, or "".
func MalformedURL(s string) string {
	if i := strings.IndexFunc(s, isForbiddenInURL); i >= 0 {
		return fmt.Sprintf("holds %q", []rune(s[i:])[0])
	}
	u, err := url.Parse(s)
	switch {
	case err != nil:
		return "is no URL"
	case u.Scheme == "" && strings.HasPrefix(strings.ToLower(s), "www."):
		return "" // a reader and a browser both know what is meant
	case u.Scheme == "":
		if host, _, _ := strings.Cut(s, "/"); strings.Contains(host, ".") {
			return ""
		}
		return "has no scheme"
	case u.Scheme == "javascript" || u.Scheme == "data" || u.Scheme == "vbscript":
		return "runs a script"
	case (u.Scheme == "http" || u.Scheme == "https" || u.Scheme == "ftp") && !isHost(u.Hostname()):
		return "names no host"
	}
	return ""
}

// isForbiddenInURL reports whether a character has no place even in an IRI, see
// RFC 3987.
func isForbiddenInURL(r rune) bool {
	switch r {
	case '<', '>', '"', '{', '}', '|', '\\', '^', '`':
		return true
	}
	return r <= ' ' || r >= 0x7f && (unicode.IsSpace(r) || unicode.IsControl(r))
}

// isHost reports whether s may be a host on the internet: a name of several parts,
// an address, or the machine itself.
func isHost(s string) bool {
	name := strings.Trim(s, ".")
	return strings.ContainsAny(name, ".:") || name == "localhost"
}
