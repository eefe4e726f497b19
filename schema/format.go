package schema

import (
	"bytes"
	"net/netip"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/internal/text"
	"github.com/santhosh-tekuri/jsonschema/v5"
)

// formats returns the format functions that differ from those of jsonschema v5,
// which lets spaces, quotes, angle brackets and backslashes into a URI, and
// signs into the numbers of a time and an IPv4 address.
func formats() map[string]func(any) bool {
	return map[string]func(any) bool{
		"uri":           ofStrings(isURI[string]),
		"iri":           ofStrings(isURI[string]),
		"uri-reference": ofStrings(isURIReference[string]),
		"iri-reference": ofStrings(isURIReference[string]),
		"ipv4":          ofStrings(isIPv4),
		"time":          ofStrings(isTime),
		"date-time":     ofStrings(isDateTime),
	}
}

// textFormat returns a format as the fast pass asks for it: the same function as
// that of the judge, after a quick look at the forms that are most common.
func textFormat(name string) func(text []byte) bool {
	judge, ok := formats()[name]
	if !ok {
		judge, ok = jsonschema.Formats[name]
	}
	if !ok {
		return nil
	}
	switch name {
	case "uri", "iri":
		return func(text []byte) bool { return isPlainURL(text) || isURI(text) }
	case "uri-reference", "iri-reference":
		return isURIReference[[]byte]
	case "uuid":
		return func(text []byte) bool { return isPlainUUID(text) || judge(string(text)) }
	case "date":
		return func(text []byte) bool { return isPlainDate(text) || judge(string(text)) }
	}
	return func(text []byte) bool { return judge(string(text)) }
}

// isPlainUUID reports whether text is a UUID.
func isPlainUUID(text []byte) bool {
	if len(text) != len("00000000-0000-0000-0000-000000000000") {
		return false
	}
	for i, c := range text {
		if dash := i == 8 || i == 13 || i == 18 || i == 23; dash != (c == '-') || !dash && !isHex(c) {
			return false
		}
	}
	return true
}

// isPlainURL reports whether text is an address of the web in its plainest form: after
// its scheme are only slashes and characters that may be everywhere in a URI, so it
// is one.
func isPlainURL(text []byte) bool {
	rest, ok := bytes.CutPrefix(text, []byte("https://"))
	if !ok {
		if rest, ok = bytes.CutPrefix(text, []byte("http://")); !ok {
			return false
		}
	}
	for _, c := range rest {
		if c != '/' && !isUnreserved(c) {
			return false
		}
	}
	return true
}

// isPlainDate reports whether text is a day that every month has, as in 2026-03-12.
func isPlainDate(text []byte) bool {
	if len(text) != len("2026-03-12") || text[4] != '-' || text[7] != '-' {
		return false
	}
	if !onlyDigits(text[:4]) || !onlyDigits(text[5:7]) || !onlyDigits(text[8:]) {
		return false
	}
	month, day := string(text[5:7]), string(text[8:])
	return "01" <= month && month <= "12" && "01" <= day && day <= "28"
}

// ofStrings makes a format of a check: a format says nothing of other values.
func ofStrings(check func(string) bool) func(any) bool {
	return func(v any) bool {
		s, ok := v.(string)
		return !ok || check(s)
	}
}

// isURI reports whether s is an absolute URI (RFC 3986) or IRI (RFC 3987): a
// scheme, followed only by characters that may be where they are.
func isURI[T ~string | ~[]byte](s T) bool {
	n := schemeLength(s)
	return n > 0 && isRelative(s[n+1:])
}

// isURIReference reports whether s is a URI or IRI, or such a one without its
// scheme. The first segment of a path alone has no colon, or it would be a scheme.
func isURIReference[T ~string | ~[]byte](s T) bool {
	if schemeLength(s) > 0 {
		return isURI(s)
	}
	for i := 0; i < len(s) && s[i] != '/' && s[i] != '?' && s[i] != '#'; i++ {
		if s[i] == ':' {
			return false
		}
	}
	return isRelative(s)
}

// schemeLength returns the length of the scheme that s starts with, without its
// colon, or 0.
func schemeLength[T ~string | ~[]byte](s T) int {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case text.IsLetter(c):
		case i > 0 && (text.IsDigit(c) || c == '+' || c == '-' || c == '.'):
		case c == ':':
			return i
		default:
			return 0
		}
	}
	return 0
}

// isRelative reports whether s is what may follow a scheme: authority, path, query
// and fragment.
func isRelative[T ~string | ~[]byte](s T) bool {
	i := 0
	if len(s) >= 2 && s[0] == '/' && s[1] == '/' {
		for i = 2; i < len(s) && s[i] != '/' && s[i] != '?' && s[i] != '#'; i++ {
		}
		if !isAuthority(s[2:i]) {
			return false
		}
	}
	query, fragment := false, false
	for i < len(s) {
		switch c := s[i]; {
		case isUnreserved(c) || c == '/':
			i++
		case c == '#' && !fragment:
			query, fragment = true, true
			i++
		case c == '?':
			query = true
			i++
		case c == ':' || c == '@':
			i++
		default:
			n := characterLength(s[i:], query)
			if n == 0 {
				return false
			}
			i += n
		}
	}
	return true
}

// isAuthority reports whether s is [userinfo "@"] host [":" port].
func isAuthority[T ~string | ~[]byte](s T) bool {
	for i := 0; i < len(s); i++ {
		if s[i] == '@' {
			if !allCharacters(s[:i], true) {
				return false
			}
			s = s[i+1:]
			break
		}
	}
	end := len(s)
	for end > 0 && text.IsDigit(s[end-1]) {
		end--
	}
	if end > 0 && s[end-1] == ':' {
		s = s[:end-1]
	}
	if len(s) > 0 && s[0] == '[' {
		return isLiteralAddress(string(s))
	}
	return allCharacters(s, false)
}

// isLiteralAddress reports whether s is an IPv6 address, or one of a version to
// come, in brackets.
func isLiteralAddress(s string) bool {
	if !strings.HasSuffix(s, "]") {
		return false
	}
	s = s[1 : len(s)-1]
	if version, address, ok := strings.Cut(s, "."); ok && len(version) > 1 && (version[0] == 'v' || version[0] == 'V') {
		for i := 1; i < len(version); i++ {
			if !isHex(version[i]) {
				return false
			}
		}
		return address != "" && !strings.Contains(address, "%") && allCharacters(address, true)
	}
	address, err := netip.ParseAddr(s)
	return err == nil && address.Is6() && address.Zone() == ""
}

// allCharacters reports whether s holds only characters of a host, or with colons
// of a user's name.
func allCharacters[T ~string | ~[]byte](s T, colons bool) bool {
	for i := 0; i < len(s); {
		if colons && s[i] == ':' {
			i++
			continue
		}
		n := characterLength(s[i:], false)
		if n == 0 {
			return false
		}
		i += n
	}
	return true
}

// characterLength returns the length of the unreserved character, sub-delimiter
// or percent-encoded byte that s starts with, or 0. Queries and fragments may
// hold private characters too.
func characterLength[T ~string | ~[]byte](s T, private bool) int {
	switch c := s[0]; {
	case isUnreserved(c):
		return 1
	case c == '!' || c == '$' || c >= '&' && c <= ',' || c == ';' || c == '=':
		return 1
	case c == '%':
		if len(s) >= 3 && isHex(s[1]) && isHex(s[2]) {
			return 3
		}
		return 0
	case c >= utf8.RuneSelf:
		r, n := utf8.DecodeRuneInString(string(s[:min(len(s), utf8.UTFMax)]))
		if r == utf8.RuneError && n == 1 || !isInternational(r, private) {
			return 0
		}
		return n
	default:
		return 0
	}
}

// isUnreserved reports whether c is an unreserved character of RFC 3986, which may
// be anywhere. It is one bit of two words.
func isUnreserved(c byte) bool {
	const (
		low  = 0x3ff<<'0' | 1<<'-' | 1<<'.'
		high = 0x3ffffff<<('A'-64) | 0x3ffffff<<('a'-64) | 1<<('_'-64) | 1<<('~'-64)
	)
	if c < 64 {
		return uint64(low)>>c&1 != 0
	}
	return uint64(high)>>(c-64)&1 != 0
}

// isInternational reports whether RFC 3987 adds r to what a URI may hold. Of its
// ranges this leaves out what turns the direction of text or is not a character.
func isInternational(r rune, private bool) bool {
	switch {
	case r < 0xa0 || r >= 0xfff0 && r <= 0xffff || r&0xfffe == 0xfffe || r >= 0xfdd0 && r <= 0xfdef:
		return false
	case unicode.Is(unicode.Co, r):
		return private
	}
	return !unicode.Is(unicode.Bidi_Control, r) && !unicode.Is(unicode.Z, r)
}

// isIPv4 reports whether s is an IPv4 address in dotted decimal.
func isIPv4(s string) bool {
	address, err := netip.ParseAddr(s)
	return err == nil && address.Is4()
}

// isTime reports whether s is a full-time of RFC 3339.
func isTime(s string) bool {
	return len(s) >= len("09:30:00Z") && digitsAt(s, 0, 1, 3, 4, 6, 7) && zoneDigits(s) &&
		jsonschema.Formats["time"](s)
}

// isDateTime reports whether s is a date-time of RFC 3339.
func isDateTime(s string) bool {
	return len(s) >= len("2026-03-12T09:30:00Z") && isTime(s[11:]) && jsonschema.Formats["date-time"](s)
}

// zoneDigits reports whether the offset that a time may end with has digits only.
func zoneDigits(s string) bool {
	last := s[len(s)-1]
	return last == 'Z' || last == 'z' || digitsAt(s, len(s)-5, len(s)-4, len(s)-2, len(s)-1)
}

func digitsAt(s string, places ...int) bool {
	for _, i := range places {
		if !text.IsDigit(s[i]) {
			return false
		}
	}
	return true
}

func isHex(c byte) bool {
	return text.IsDigit(c) || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

// isAbsolute reports whether a reference names its scheme.
func isAbsolute(reference string) bool {
	u, err := url.Parse(reference)
	return err == nil && u.IsAbs()
}
