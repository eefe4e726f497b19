package pathpattern

import "testing"

// Which names the lines of a .gitignore in /home match (gitignore(5)).
func TestMatch(t *testing.T) {
	for _, test := range []struct {
		lines  []string
		name   string
		folder bool
		want   bool
	}{
		{[]string{"*.log"}, "/home/a.log", false, true},
		{[]string{"*.log"}, "/home/b/c/a.log", false, true},
		{[]string{"*.log"}, "/home/a.logs", false, false},
		{[]string{"*.log"}, "/elsewhere/a.log", false, false},
		{[]string{"*.log"}, "/homes/a.log", false, false},
		{[]string{"/a.log"}, "/home/a.log", false, true},
		{[]string{"/a.log"}, "/home/b/a.log", false, false},
		{[]string{"b/a.log"}, "/home/b/a.log", false, true},
		{[]string{"b/a.log"}, "/home/c/b/a.log", false, false},
		{[]string{"c/**/a.log"}, "/home/c/d/e/a.log", false, true},
		{[]string{"out/"}, "/home/out", true, true},
		{[]string{"out/"}, "/home/out", false, false},
		{[]string{"out/"}, "/home/b/out", true, true},
		{[]string{"*.log", "!b.log"}, "/home/b.log", false, false},
		{[]string{"*.log", "!b.log"}, "/home/a.log", false, true},
		{[]string{"!b.log", "*.log"}, "/home/b.log", false, true},
		{[]string{"# *.log", "", "  "}, "/home/a.log", false, false},
		{[]string{`\#a`}, "/home/#a", false, true},
		{[]string{`\!a`}, "/home/!a", false, true},
		{[]string{"a.log \r"}, "/home/a.log", false, true},
		{[]string{"/"}, "/home/a", true, false},
		{[]string{"a[", "b"}, "/home/b", false, true},
		{[]string{"a["}, "/home/a[", false, false},
		{nil, "/home/a", false, false},
	} {
		if got := (List)(nil).Add("/home", test.lines).Match(test.name, test.folder); got != test.want {
			t.Errorf("%q match %s (a folder: %v): %v", test.lines, test.name, test.folder, got)
		}
	}
	if !(List)(nil).Add("", []string{"*.log"}).Match("a/b.log", false) {
		t.Error("patterns of no folder do not match a relative name")
	}
}

func TestMatchAny(t *testing.T) {
	list := (List)(nil).Add("/home", []string{"out/", "*.log"})
	for name, want := range map[string]bool{
		"/home/out/a/b.txt": true, "/home/a/out/b": true, "/home/out": false, "/home/a.log": true,
		"/home/a.log/b": true, "/home/a/b": false, "/": false, "out/a": false,
	} {
		if got := list.MatchAny(name); got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
	if !(List)(nil).Add("", []string{"out/"}).MatchAny("out/a") {
		t.Error("a file of a folder is not in it")
	}
}

func TestAbove(t *testing.T) {
	list := (List)(nil).Add("/home", []string{"a"}).Add("/home/b", []string{"c", "d"}).Add("/home/b/e", []string{"f"})
	for _, test := range []struct {
		name        string
		first, left int
	}{
		{"/home/b/e/g", 0, 4}, {"/home/b/g", 0, 3}, {"/home/bb", 0, 1}, {"/home/g", 0, 1}, {"/other", 0, 0}, {"/other", 1, 1}, {"/other", 9, 4},
	} {
		if got := len(list.Above(test.name, test.first)); got != test.left {
			t.Errorf("%d patterns are left for %s, want %d", got, test.name, test.left)
		}
	}
}
