package lexicon

import "github.com/factcite/factcite/internal/text"

// Language is how sentences of a language tell of a work whose title is in quotation marks.
type Language struct {
	Telling map[string]bool   // words that its sentences have and English ones do not
	Theirs  map[string]bool   // say before a noun whose the work is
	Nouns   map[string]string // its nouns for works, by the English ones that are as they are
	By      map[string]bool   // before the authors, after a title
	Issued  map[string]bool   // says that the work came out
	House   map[string]bool   // before the publishing house
	In      map[string]bool   // before what holds the work, or where a thesis was written
}

// Languages are those whose frames are read: "der Roman „T“ erschien 1998 bei Suhrkamp".
var Languages = [...]Language{
	{ // German
		Telling: text.WordSet("der", "die", "das", "und", "ist", "ein", "eine", "im", "ihr", "sein", "seine", "ihre", "seinem", "seiner", "ihrem", "ihrer", "erschien", "erschienen", "bei", "wurde", "auf", "mit", "legte", "vor", "den", "dem", "vom", "zum", "zur", "aus", "nach"),
		Theirs:  text.WordSet("sein", "seine", "seinem", "seiner", "seinen", "ihr", "ihre", "ihrem", "ihrer", "ihren"),
		Nouns: map[string]string{"buch": "book", "roman": "novel", "band": "volume", "sammelband": "volume", "lehrbuch": "textbook", "handbuch": "handbook", "monographie": "monograph", "biographie": "biography", "erzählung": "novel", "novelle": "novel",
			"gedichtband": "book", "standardwerk": "book", "debüt": "book", "artikel": "article", "aufsatz": "article", "beitrag": "paper", "essay": "essay", "studie": "study", "dissertation": "thesis", "doktorarbeit": "thesis", "promotion": "thesis", "bericht": "report", "vortrag": "talk", "kapitel": "chapter"},
		By:     text.WordSet("von"),
		Issued: text.WordSet("erschien", "erschienen", "veröffentlicht", "herausgegeben", "publiziert", "verlegt", "gedruckt"),
		House:  text.WordSet("bei", "beim"),
		In:     text.WordSet("in", "im", "an"),
	},
	{ // French
		Telling: text.WordSet("le", "la", "les", "est", "une", "dans", "sa", "ses", "du", "publié", "paru", "chez", "aux", "qui", "fit"),
		Theirs:  text.WordSet("son", "sa", "ses", "leur"),
		Nouns:   map[string]string{"livre": "book", "roman": "novel", "ouvrage": "book", "recueil": "book", "manuel": "handbook", "essai": "essay", "article": "article", "étude": "study", "thèse": "thesis", "rapport": "report", "chapitre": "chapter", "nouvelle": "story"},
		By:      text.WordSet("de", "d", "par"),
		Issued:  text.WordSet("publié", "publiée", "paru", "parue", "paraît", "parut", "édité", "éditée", "imprimé"),
		House:   text.WordSet("chez", "aux", "par"),
		In:      text.WordSet("en", "dans", "à"),
	},
	{ // Spanish and Portuguese
		Telling: text.WordSet("el", "los", "las", "su", "sus", "una", "en", "del", "por", "publicado", "publicada", "apareció", "um", "uma", "seu", "sua", "em", "na", "da", "pela", "que"),
		Theirs:  text.WordSet("su", "sus", "seu", "sua"),
		Nouns: map[string]string{"libro": "book", "novela": "novel", "ensayo": "essay", "artículo": "article", "estudio": "study", "tesis": "thesis", "informe": "report", "capítulo": "chapter", "manual": "handbook", "biografía": "biography",
			"livro": "book", "ensaio": "essay", "artigo": "article", "estudo": "study", "tese": "thesis", "relatório": "report"},
		By:     text.WordSet("de", "del", "do", "da", "dos"),
		Issued: text.WordSet("publicado", "publicada", "publicó", "publicou", "apareció", "apareceu", "editado", "editada", "salió", "saiu"),
		House:  text.WordSet("por", "pela", "pelo"),
		In:     text.WordSet("en", "em", "no", "na"),
	},
	{ // Italian
		Telling: text.WordSet("il", "gli", "suo", "sua", "nel", "nella", "che", "della", "del", "da", "fu", "è", "pubblicato", "pubblicata", "uscito"),
		Theirs:  text.WordSet("suo", "sua", "loro"),
		Nouns:   map[string]string{"libro": "book", "romanzo": "novel", "saggio": "essay", "articolo": "article", "studio": "study", "tesi": "thesis", "rapporto": "report", "capitolo": "chapter", "racconto": "story", "manuale": "handbook"},
		By:      text.WordSet("di"),
		Issued:  text.WordSet("pubblicato", "pubblicata", "uscito", "uscita", "apparso", "apparsa", "edito", "edita", "stampato"),
		House:   text.WordSet("da", "dalla", "presso", "per"),
		In:      text.WordSet("nel", "in", "nella", "su", "sulla"),
	},
}

// English are words that hardly any English sentence is without, and others have in names only.
var English = text.WordSet("the", "of", "and", "by", "is", "was", "with")

// ForeignArticles begin titles in languages that write most words in lower case.
var ForeignArticles = text.WordSet("das", "die", "der", "le", "la", "les", "l'", "un", "une", "el", "los", "las", "il", "lo", "gli", "het")
