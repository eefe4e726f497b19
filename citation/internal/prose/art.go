package prose

import (
	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// artKinds are the kinds of what is made and named as works are, and is no
// literature, by the words that tell of it.
var artKinds = map[string]string{
	"film": "film", "films": "film", "movie": "film", "movies": "film", "documentary": "film", "documentaries": "film", "screenplay": "film", "cartoon": "film",
	"directed": "film", "starred": "film", "starring": "film", "stars": "film", "filmed": "film",
	"miniseries": "series", "mini-series": "series", "sitcom": "series", "anime": "series", "series": "series", "show": "series", "shows": "series", "season": "series", "narrated": "series", "revival": "series",
	"song": "song", "songs": "song", "sang": "song", "composed": "song", "recorded": "song",
	"band": "album", "singer": "album", "rapper": "album", "album": "album", "albums": "album", "soundtrack": "album",
	"musical": "stage", "opera": "stage", "ballet": "stage",
	"sculpture": "picture", "photograph": "picture", "photographs": "picture", "painting": "picture", "paintings": "picture", "mural": "picture",
	"game": "game", "games": "game", "videogame": "game",
}

// thingNouns are what other things are that have names as works have.
var thingNouns = words(
	"ship", "ferry", "tanker", "steamer", "schooner", "yacht", "trawler", "frigate", "brig", "barge", "tug", "lifeboat", "submarine", "locomotive", "aeroplane", "aircraft", "car", "motorcycle", "satellite",
	"wine", "riesling", "cheese", "beer", "ale", "stout", "whisky", "perfume", "fragrance", "lipstick", "colour", "color", "wallpaper", "fabric", "dress", "coat", "hat", "chair", "lamp", "rose", "tulip", "dahlia", "cultivar",
	"concerto", "symphony", "sonata", "hymn", "tune", "anthem", "aria", "waltz", "lullaby", "ballad", "single", "overture", "requiem", "cantata", "oratorio",
	"statue", "etching", "engraving", "watercolour", "watercolor", "tapestry", "fresco", "canvas", "lithograph", "woodcut", "mosaic", "altarpiece",
	"award", "medal", "prize", "scholarship", "trophy", "certificate", "diploma",
	"slogan", "motto", "banner", "placard", "nickname", "meme", "hashtag", "badge",
	"organ", "windmill", "pub", "tavern", "hotel", "inn")

// isThing reports whether a noun right before the quotation, or right after it, says that it is
// the name of a thing: "the ferry *Lady of Unst*", "the motto is “T”".
func (q quotation) isThing() bool {
	if thingNouns.has(q.At(q.i+1)) || q.saysFounded(q.i+1) {
		return true
	}
	back := 1
	for t := q.back(back); t.Is(",") || t.Is(":") || t.Is("is") || t.Is("was") || t.Is("called") || t.Is("named"); t = q.back(back) {
		back++
	}
	told := back > 1 && (q.back(back+1).Is("of") || q.back(back+2).Is("of")) // "the story of a ship, T"
	return thingNouns.has(q.back(back)) && !told
}

// saysFounded reports whether the parentheses at i say since when there is what was named before
// them: "(a pub, est. 1802)".
func (r *reader) saysFounded(i int) bool {
	for at := i + 1; r.At(i).Is("(") && at < r.ClosingParen(i); at++ {
		if founding.has(r.At(at)) {
			return true
		}
	}
	return false
}

var founding = words("est", "established", "founded")

// noteArt notes that the word at i tells of a kind of art: what is quoted next is
// no work of literature, unless a noun calls it one.
func (r *reader) noteArt(i int) {
	t := r.At(i)
	switch {
	case t.In(lexicon.WorkNouns), r.At(i + 1).Is("notes"):
		r.art = ""
	case t.Capital && i > 0 && !r.At(i-1).Is(":") && !r.At(i-1).Is("."), r.At(i - 1).In(lexicon.WorkNouns), t.In(lexicon.ContainerNouns) && !t.Is("series"):
	case artKinds[t.Lower] != "":
		r.art = artKinds[t.Lower]
	}
}

// isArt reports whether the quotation names a film, a song or the like, or a thing.
func (q quotation) isArt() bool {
	if q.before.In(lexicon.WorkNouns) && !q.before.In(lexicon.ArtNouns) || q.kindAfter(q.i+1) >= 0 {
		return false
	}
	return !q.isLinkedWork() && (q.artKind() != "" || q.isThing())
}

var (
	media    = words("oil", "oils", "acrylic", "tempera", "gouache", "ink", "charcoal", "pencil", "chalk", "pastel", "watercolour", "watercolor", "crayon", "fresco", "enamel", "silkscreen", "media")
	surfaces = words("canvas", "panel", "paper", "wood", "board", "linen", "copper", "silk", "vellum", "plaster", "card", "glass", "oak", "poplar")
)

// An answer is that to a question about a whole text, which is asked for many of its words and
// looked for once.
type answer struct{ known, yes bool }

// to returns the answer to the question, which is always the same.
func (a *answer) to(question func(*phrase.Text) bool, s *phrase.Text) bool {
	if !a.known {
		a.known, a.yes = true, question(s)
	}
	return a.yes
}

// tellsMedium reports whether a text says on what a picture is painted: "oil on panel".
func tellsMedium(s *phrase.Text) bool {
	for i := range s.Tokens {
		if s.At(i).Is("on") && media.has(s.At(i-1)) && surfaces.has(s.At(i+1)) {
			return true
		}
	}
	return false
}

// tellsOfMusic reports whether a text says that somebody plays, or listens.
func tellsOfMusic(s *phrase.Text) bool {
	for i := range s.Tokens {
		if listening.has(s.At(i)) && !s.At(i).Capital {
			return true
		}
	}
	return false
}

var listening = words("listen", "listening", "concert", "encore", "playlist")

// artKind is the kind of art that the quotation names, by the words before it or
// after it, or empty.
func (q quotation) artKind() string {
	if q.art != "" {
		return q.art
	}
	if q.noun < 0 && q.medium.to(tellsMedium, q.Text) {
		return "picture"
	}
	if after := q.At(q.i + 1); after.In(lexicon.ArtNouns) && !after.In(lexicon.ContainerNouns) {
		return artKinds[after.Lower]
	}
	if noun := q.nounAfter(q.i+1, lexicon.ArtNouns); noun >= 0 {
		return artKinds[q.At(noun).Lower]
	}
	if q.noun < 0 && !q.isMarked() && q.music.to(tellsOfMusic, q.Text) {
		return "song"
	}
	if q.noun < 0 && q.back(1).Is("in") && performed.has(q.back(2)) && !q.isMarked() && !q.saysPublished(q.i+1) {
		return "film"
	}
	return ""
}

// performed are verbs of those who play a part.
var performed = words("appeared", "appears", "starred", "performed", "starring")

// readArt keeps what the quotation at i names apart from the works; the names of things are left.
func (r *reader) readArt(i int) {
	q := quotation{reader: r, i: i, before: r.introduces(i)}
	if r.art = q.artKind(); r.art != "" {
		r.named = append(r.named, ref.Named{Title: r.At(i).Text, Span: r.Span(i, i+1), Kind: ref.WorkKind(r.art)})
	}
}

// skipMakers skips by whom what is no literature was made, and when: "the film 'T' by Ann Lee (2018)
// is based on the novel 'U'".
func (r *reader) skipMakers(i int) (next int) {
	if _, names, ok := r.NamesAt(i + 1); ok && r.At(i).Is("by") {
		i = names
	}
	if r.dateInParens(i) {
		return r.ClosingParen(i) + 1
	}
	return i
}

// tellsOfArt reports whether a word of a sentence tells of films, music, sport or
// prizes.
func tellsOfArt(s *phrase.Text) bool {
	for i := range s.Tokens {
		if t := s.At(i); t.In(lexicon.CastWords) || t.Is("watch") && !t.Capital || s.Words(i, "played", "for") || t.Text == "Best" && s.At(i+1).Capital {
			return true
		}
	}
	return false
}
