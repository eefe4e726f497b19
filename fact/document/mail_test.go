package document_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/fact/document"
	"github.com/factcite/factcite/internal/linear"
)

func TestMails(t *testing.T) {
	const head = "From: =?utf-8?q?J=C3=B6rg?= Roe <j@a.example>\nSubject: Felt\n again\nDate: Mon, 3 Jan 2022 10:12:00 +0100\n"
	for _, c := range []struct{ name, text, want string }{
		{"plain text, with a quoted mail and a signature", head + "\nI have read it.\nIt is quiet, as Roe (2019) says.\n\n-- \nJörg Roe\nInstitute 2020\n\nBo wrote:\n> Have you?\n",
			"sentence 6:1 I have read it.\nsentence 7:1 It is quiet, as Roe (2019) says.\nsentence 13:1 Bo wrote:\nsentence 14:3 Have you?\n"},
		{"lines that are parted where they are too long", head + "Content-Transfer-Encoding: quoted-printable\n\nOak =C3=A9 is =\nquiet. Elm is =\nnot =3D so.\n\nFir.\n",
			"sentence 7:1 Oak é is quiet.\nsentence 8:8 Elm is not = so.\nsentence 11:1 Fir.\n"},
		{"another encoding within", head + "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: Quoted-Printable\n\nGr=FC=DFe vom K=FChlhaus f=FCr alle.\n\nFir.\n",
			"sentence 8:1 Grüße vom Kühlhaus für alle.\nsentence 10:1 Fir.\n"},
		{"text in base64", head + "Content-Transfer-Encoding: base64\n\nT2FrIGlzIHF1aWV0LgoK\nRmlyLgo=\n",
			"sentence 7:1 Oak is quiet.\nsentence 8:1 Fir.\n"},
		{"parts in parts", head + "Content-Type: multipart/mixed; boundary=b\n\nnot for you\n--b\nContent-Type: multipart/alternative;\n boundary=\"c d\"\n\n--c d\nContent-Type: text/html\n\n<p>Elm.\n--c d\n\nOak.\n--c d--\n--b\nContent-Disposition: attachment; filename=a.txt\n\nFir.\n--b--\n",
			"sentence 18:1 Oak.\n"},
		{"a page alone", head + "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>Elm &amp; oak.</p>\n--b--\n",
			"sentence 10:4 Elm & oak.\n"},
		{"a mail that is cut off", head + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nOak.\n", "sentence 9:1 Oak.\n"},
		{"nothing but what is attached", head + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: image/png\n\nOak.\n--b--\n", ""},
		{"no body", head, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			items := read(t, document.EML, c.text)
			if diff := cmp.Diff(c.want, shown(items)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			for _, item := range items {
				if s := item.Record.Sources[0]; s.Title != "Felt again" || s.AuthorPerson != "Jörg Roe" || s.PublishedDate != "2022-01-03" {
					t.Errorf("the source is %+v", s)
				}
			}
		})
	}
}

// TestPlacesOfMails holds that each letter is where the mail has it, but for those that it
// escapes.
func TestPlacesOfMails(t *testing.T) {
	for _, text := range []string{
		"Subject: x\n\nFelt is quiet, as\nRoe says. So is é.\n",
		"Content-Transfer-Encoding: quoted-printable\r\n\r\nFelt =3D =C3=A9t=C3=A9 is qui=\r\net, as Roe says. So =\r\nis that.\r\n",
	} {
		items := read(t, document.EML, text)
		if len(items) < 2 {
			t.Errorf("%d facts", len(items))
		}
		checkPlaces(t, text, items)
	}
}

func FuzzMail(f *testing.F) {
	f.Add("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Transfer-Encoding: quoted-printable\n\n=C3=A9 =\nFelt.\n-- \nRoe\n--b--\n")
	f.Add("Content-Type: text/html\nContent-Transfer-Encoding: base64\n\nT2FrIGlzIHF1aWV0LgoK\n")
	f.Fuzz(func(t *testing.T, text string) {
		for _, item := range read(t, document.EML, text) {
			if item.Record == nil {
				continue
			}
			for i := range len(item.Record.Content) + 1 {
				if from, to := item.LocateContent(i, i); from.Offset < 0 || to.Offset < from.Offset || to.Line < 1 {
					t.Fatalf("byte %d of %q is at %d to %d", i, item.Record.Content, from.Offset, to.Offset)
				}
			}
		}
	})
}

func TestDetectMail(t *testing.T) {
	for _, text := range []string{"Received: by a\n\tid 1\nFrom: b\n\nFelt.\n", "From: a\r\nMIME-Version: 1.0\r\n\r\nFelt.\r\n", "message-id: <1>\n"} {
		if form := document.Detect("-", []byte(text)); form != document.EML {
			t.Errorf("%q is %q", text, form)
		}
	}
	for _, text := range []string{"From: a\nTo: b\n\nMessage-ID: 1\n", "Note: felt.\nOak.\nReceived: 2019\n", "We write Message-ID: 1"} {
		if form := document.Detect("-", []byte(text)); form == document.EML {
			t.Errorf("%q is a mail", text)
		}
	}
}

// TestHostileMails holds that parts in parts, and what begins as one, are read in linear time.
func TestHostileMails(t *testing.T) {
	for name, unit := range map[string]string{
		"boundaries": "--b\n", "parts": "--b\nContent-Type: multipart/mixed; boundary=b\n\n", "fields": "a: b\n", "folded": "a:\n b\n", "folded again": " b\n", "escapes": "=C3=", "soft breaks": "a=\n", "signatures": "\n-- \n",
	} {
		for _, head := range []string{"Content-Type: multipart/mixed; boundary=b\n\n", "Content-Transfer-Encoding: quoted-printable\n\n", ""} {
			t.Run(name, func(t *testing.T) {
				linear.Check(t, 1<<15, func(size int) func() {
					text := head + strings.Repeat(unit, size/len(unit))
					return func() { read(t, document.EML, text) }
				})
			})
		}
	}
}
