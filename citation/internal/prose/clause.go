package prose

import (
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// subject is who the sentence begins with.
type subject struct {
	phrase.NameList
	span     ref.Span
	role     subjectRole
	presumed bool // they are authors if the title is not what they did something with, see [reader.isTheirOwn]
}

// subjectRole is what the names that begin a sentence have to do with its works.
type subjectRole uint8

const (
	nobody    subjectRole = iota // no names begin it, or they are forgotten
	bystander                    // not said to have written anything: "Lee is a critic of"
	author                       // who wrote the works that follow
	spent                        // an author whose names are given already, as those of an editor
	judge                        // who did something with the work of another: "reviewed the paper 'T'"
)

// wrote reports whether the works that follow are by the subject.
func (s *subject) wrote() bool { return s.role == author || s.role == spent }

func (s *subject) isNamed() bool { return len(s.Names) > 0 }

// arePersons reports whether the subject is one person or several.
func (s *subject) arePersons() bool { return s.isNamed() && s.IsPersonal() }

// spend takes the names of the subject away.
func (s *subject) spend() {
	role := nobody
	if s.wrote() {
		role = spent
	}
	*s = subject{role: role}
}

// forget notes that whoever the sentence begins with did not write the next work.
func (s *subject) forget() {
	if s.role != judge {
		*s = subject{}
	}
}

// deed is what somebody is said to have done.
type deed uint8

const (
	untold      deed = iota
	made             // wrote, published or presented a work
	contributed      // gave a work to what "to" introduces
)

// topic is what the words are about.
type topic uint8

const (
	theStory topic = iota // what the sentence tells: its places and years are of no work
	theWork               // the work at hand: a year, a place or a number is the work's
)
