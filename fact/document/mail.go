package document

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"encoding/hex"
	"mime"
	"net/mail"
	"slices"
	"strings"
	"time"

	"github.com/factcite/factcite/fact"
)

// A mailPart is a mail, or one of the parts that it is made of: its head and where its body
// is.
type mailPart struct {
	head       map[string]string // by the names of the fields in small letters
	start, end int
}

// readMail reads the plain text of a mail, or the page that it has instead, without what is
// attached. Its subject, sender and date are those of the source.
func readMail(s *source) outline {
	whole := newMailPart(s.text, 0, len(s.text))
	doc := outline{}
	for _, kind := range []struct {
		media string
		read  func(*source) outline
	}{{"text/plain", readText}, {"text/html", readHTML}} {
		if part, ok := whole.find(s.text, kind.media, 0); ok {
			doc = kind.read(part.source(s))
			break
		}
	}
	words := mime.WordDecoder{}
	field := func(name string) string {
		value := whole.head[name]
		if decoded, err := words.DecodeHeader(value); err == nil {
			value = decoded
		}
		return value
	}
	doc.source = fact.Source{Title: field("subject"), AuthorPerson: field("from")}
	if from, err := mail.ParseAddress(whole.head["from"]); err == nil {
		doc.source.AuthorPerson = cmp.Or(from.Name, from.Address)
	}
	if date, err := mail.ParseDate(whole.head["date"]); err == nil {
		doc.source.PublishedDate = date.Format(time.DateOnly)
	}
	return doc
}

// longestHeader is how many bytes of a header are enough, though it is folded further.
const longestHeader = 10_000

// newMailPart reads the head of a part.
func newMailPart(text []byte, start, end int) *mailPart {
	p := &mailPart{head: map[string]string{}, start: start, end: end}
	name := ""
	for line := range bytes.Lines(text[start:end]) {
		p.start += len(line)
		folded := line[0] == ' ' || line[0] == '\t'
		value := string(bytes.TrimSpace(line))
		switch before, after, named := strings.Cut(value, ":"); {
		case value == "":
			return p
		case folded && len(p.head[name]) < longestHeader:
			p.head[name] += " " + value
		case folded:
		case named:
			name = strings.ToLower(before)
			p.head[name] = strings.TrimSpace(after)
		}
	}
	return p
}

// deepestMail is how many parts may be in one another.
const deepestMail = 10

// find returns the first part of a media type that is not attached.
func (p *mailPart) find(text []byte, media string, depth int) (*mailPart, bool) {
	own, parameters, err := mime.ParseMediaType(p.head["content-type"])
	if err != nil {
		own = "text/plain"
	}
	switch {
	case strings.HasPrefix(p.head["content-disposition"], "attachment"):
		return nil, false
	case own == media:
		return p, true
	case !strings.HasPrefix(own, "multipart/") || parameters["boundary"] == "" || depth == deepestMail:
		return nil, false
	}
	boundary := []byte("--" + parameters["boundary"])
	at, start := p.start, -1
	for line := range bytes.Lines(text[p.start:p.end]) {
		if rest, ok := bytes.CutPrefix(bytes.TrimSpace(line), boundary); ok && (len(rest) == 0 || string(rest) == "--") {
			if start >= 0 {
				if found, ok := newMailPart(text, start, at).find(text, media, depth+1); ok {
					return found, true
				}
			}
			start = at + len(line)
		}
		at += len(line)
	}
	if start < 0 || start >= p.end {
		return nil, false
	}
	return newMailPart(text, start, p.end).find(text, media, depth+1) // cut off
}

// source returns the text of a part, whose places are those in the mail.
func (p *mailPart) source(mail *source) *source {
	var lines []writtenLine
	decode := func(dst, line []byte, _ int) []byte { return append(dst, line...) }
	switch strings.ToLower(p.head["content-transfer-encoding"]) {
	case "quoted-printable":
		decode = func(dst, line []byte, at int) []byte {
			text, escapes := unquoted(dst, line, at)
			lines = append(lines, escapes...)
			return text
		}
	case "base64":
		decode = func(dst, line []byte, _ int) []byte {
			dst, _ = base64.StdEncoding.AppendDecode(dst, bytes.TrimSpace(line)) // what is there before an error
			return dst
		}
	}
	var text []byte
	at := p.start
	for line := range bytes.Lines(mail.text[p.start:p.end]) {
		lines = append(lines, writtenLine{len(text), at})
		text = decode(text, line, at)
		at += len(line)
	}
	decoded, encoding := Decode(text)
	if encoding != "" {
		lines = sameLines(lines, text, decoded)
	}
	s := newSource(mail.path, decoded)
	blankSignature(decoded)
	s.written, s.within = lines, mail
	return s
}

// unquoted appends what a line of quoted-printable text at an offset stands for: "=C3=A9",
// and nothing for "=" at its end, after which its text goes on in the next. It returns where
// what is escaped is, and what is after it.
func unquoted(dst, line []byte, at int) (text []byte, escapes []writtenLine) {
	line = bytes.TrimRight(line, " \t\r\n")
	for i := 0; i < len(line); i++ {
		if line[i] != '=' {
			dst = append(dst, line[i])
			continue
		}
		if i+1 == len(line) {
			return dst, escapes
		}
		code, err := hex.AppendDecode(nil, line[i+1:min(i+3, len(line))])
		if err != nil || len(code) == 0 {
			dst = append(dst, '=')
			continue
		}
		escapes = append(escapes, writtenLine{len(dst), at + i}, writtenLine{len(dst) + 1, at + i + len("=C3")})
		dst = append(dst, code...)
		i += len("C3")
	}
	return append(dst, '\n'), escapes
}

// sameLines returns where the lines of a text are written, of which another encoding has the
// same lines.
func sameLines(written []writtenLine, text, decoded []byte) (lines []writtenLine) {
	at, i, to := 0, 0, 0
	next := slices.Collect(bytes.Lines(decoded))
	for line := range bytes.Lines(text) {
		for i+1 < len(written) && written[i+1].at <= at {
			i++
		}
		if len(lines) == len(next) {
			break
		}
		lines = append(lines, writtenLine{to, written[i].from})
		at += len(line)
		to += len(next[len(lines)-1])
	}
	return lines
}

// blankSignature makes the signature of a text blank, up to the next blank line.
func blankSignature(text []byte) {
	const mark = "\n-- "
	for start := 0; ; {
		at := bytes.Index(text[start:], []byte(mark))
		if at < 0 {
			return
		}
		start += at + 1
		if rest := bytes.TrimLeft(text[start+len(mark)-1:], "\r"); len(rest) == 0 || rest[0] != '\n' {
			continue
		}
		end := len(text)
		for _, blank := range []string{"\n\n", "\n\r\n"} {
			if n := bytes.Index(text[start:end], []byte(blank)); n >= 0 {
				end = start + n
			}
		}
		blankOut(text[start:end])
	}
}
