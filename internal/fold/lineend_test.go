package fold

import "testing"

func TestWithoutLineEnds(t *testing.T) {
	for title, want := range map[string]string{
		`Felt rims and\n silent carts`:      "Felt rims and silent carts",
		`Felt rims and\nSilent carts\n`:     "Felt rims and Silent carts",
		`Felt\n 2\n 3`:                      "Felt 2 3",
		`The \nu of felt`:                   `The \nu of felt`, // a command of LaTeX
		`The \nabla of\n felt`:              `The \nabla of felt`,
		"Felt  rims, as they were written ": "Felt  rims, as they were written ",
	} {
		if got := WithoutLineEnds(title); got != want {
			t.Errorf("%q is read as %q, want %q", title, got, want)
		}
	}
}

func TestWithoutLostLineEnd(t *testing.T) {
	for title, want := range map[string]string{
		"The pitch of large felt drums whose rims were painted at noon andn entirely dried": "The pitch of large felt drums whose rims were painted at noon and entirely dried",
		"The pitch of large felt drums whose rims were painted at noon and entirely dried":  "", // the line ends at another letter
		"The pitch of largen felt drums whose rims were painted at noon and also dried":     "", // no line ends there
		"The pitch of drumsn and rims": "", // one line
		"Thepitchoflargefeltdrumswhoserimswerepaintedatnoonandwhollydriedtwicebyhandn anew": "", // no line is so long
		"":  "",
		"n": "",
		"The pitch of large felt drums whose rims were painted at noon by n enormous hands": "",
		"The pitch of large felt drum whose rims were painted at noon by hand andn b":       "The pitch of large felt drum whose rims were painted at noon by hand and b",
	} {
		if got := WithoutLostLineEnd(title); got != want {
			t.Errorf("%q is read as %q, want %q", title, got, want)
		}
	}
}

func FuzzLineEnds(f *testing.F) {
	f.Add(`Felt rims and\n silent carts`)
	f.Add("The pitch of large felt drums whose rims were painted at noon andn entirely dried")
	f.Fuzz(func(t *testing.T, title string) {
		once := WithoutLineEnds(title)
		if len(once) > len(title) || len(WithoutLostLineEnd(title)) > len(title) {
			t.Errorf("%q became longer", title)
		}
		NewTitle(title)
	})
}
