package lexicon

// WordLists are the words by which the grammar knows what is beside them. Each
// list is one concept; none of them knows a sentence.
var WordLists = map[WordList][]string{
	// plainNouns name a work of no kind in particular.
	PlainNouns: {"paper", "papers", "study", "studies", "preprint", "manuscript", "work", "publication", "review", "reviews", "meta-analysis", "analysis", "survey",
		"research", "essay", "investigation", "trial", "commentary", "perspective", "protocol", "poster", "talk", "lecture", "lectures", "testimony",
		"presentation", "episode", "podcast", "video", "guide", "document", "post", "statement", "letter", "interview", "pamphlet", "speech", "briefing",
		"release", "catalogue", "catalog", "brochure", "memo", "blog", "webinar", "comment", "factsheet", "piece", "story", "toolkit", "booklet", "keynote",
		"debate", "critique", "response", "reply", "address", "opinion", "proposal", "overview", "guideline", "guidelines", "note",
		"findings", "experiment", "contribution", "tutorial", "essays", "poem", "poems", "commentaries"},

	// articleNouns name an article.
	ArticleNouns: {"article", "articles", "editorial", "feature", "column", "op-ed", "correspondence", "descriptor", "viewpoint", "communication"},

	// bookNouns name a book.
	BookNouns: {"book", "books", "monograph", "textbook", "novel", "volume", "memoir", "memoirs", "biography", "autobiography", "novella", "novels", "textbooks", "cookbook", "guidebook", "primer", "handbook", "anthology", "treatise", "set", "trilogy", "collection"},

	// partNouns name a part of a book.
	PartNouns: {"chapter", "chapters", "entry"},

	// thesisNouns name a thesis.
	ThesisNouns: {"thesis", "dissertation"},

	// reportNouns name a report.
	ReportNouns: {"report", "brief", "memorandum", "whitepaper"},

	// loneNouns are plainNouns for what comes out in neither a journal nor a book nor
	// a series of reports.
	LoneNouns: {"blog", "post", "talk", "lecture", "podcast", "episode", "video", "interview", "webinar", "speech", "keynote", "survey", "poll", "testimony"},

	// reportKinds come before the "paper" of a series of reports.
	ReportKinds: {"working", "discussion", "technical", "policy", "occasional"},

	// notWorkNouns name what has a title and is no published work.
	NotWorkNouns: {"course", "courses", "trial", "dataset", "data", "show", "session", "section", "website", "page", "figure",
		"table", "inquiry", "program", "programme", "project", "movement", "concept", "term", "phrase", "model", "theory", "hypothesis",
		"framework", "method", "problem", "principle", "effect", "approach", "category", "question", "event", "exhibition", "campaign", "band", "album", "song", "game", "series", "workshop", "seminar", "module", "tool", "system", "platform", "initiative", "paradigm", "argument", "notion", "idea", "state"},

	// containerNouns name what holds works.
	ContainerNouns: {"journal", "magazine", "newspaper", "periodical", "proceedings", "bulletin", "newsletter", "series"},

	// authoringVerbs have authors before them and works after them.
	AuthoringVerbs: {"published", "authored", "wrote", "coauthored", "co-authored", "edited", "co-edited", "coedited", "released", "penned", "presented",
		"publishes", "writes", "produced", "issued", "contributed", "delivered", "submitted", "posted", "compiled", "publish", "write", "writing", "publishing", "provided", "provides", "introduced", "co-wrote", "cowrote", "penned"},

	// issuingVerbs say of a body that it brought out a work, not that it wrote it.
	IssuingVerbs: {"published", "publishes", "released", "issued", "produced", "provides", "provided"},

	// thesisVerbs say that a thesis was written, where and when.
	ThesisVerbs: {"completed", "defended", "submitted", "earned", "obtained"},

	// makingVerbs say with "by" who made a work.
	MakingVerbs: {"prepared", "drafted", "composed", "developed", "created", "assembled", "co-written", "conducted"},

	// cueWords are the cues by themselves.
	CueWords: {"edited", "co-edited", "coedited", "ed", "eds", "editors", "appeared", "appears", "appearing", "featured", "reprinted", "printed", "ran", "reviewed", "came", "held", "presented", "given", "accepted", "author", "authors", "titled", "entitled",
		"by", "according", "part", "same", "series", "edition", "appear", "out", "accessed", "retrieved", "visited", "dated"},

	// cuePrepositions are the cues found in sentences of any kind.
	cuePrepositions: {"in", "at", "from", "on", "since", "for", "through", "with", "to", "of"},

	// artNouns name what has a title and a maker, and is no literature.
	ArtNouns: {"film", "films", "movie", "movies", "documentary", "documentaries", "miniseries", "mini-series", "sitcom", "anime", "series", "song", "songs", "album", "albums", "soundtrack",
		"musical", "opera", "ballet", "sculpture", "photograph", "photographs", "painting", "paintings", "mural", "game", "games", "videogame", "show", "shows", "cartoon", "season", "screenplay", "revival"},

	// castWords are what else tells of films, music, sport and prizes, which have a
	// name and a year as citations have.
	CastWords: {"vinyl", "film", "films", "movie", "movies", "watched", "watching", "rewatched", "screening", "screened", "album", "albums", "song", "songs", "sitcom", "documentary", "soundtrack", "screenplay", "miniseries", "directed", "directing", "director", "starred", "starring",
		"actor", "actors", "actress", "filmed", "remake", "cinematography", "reprised", "won", "award", "awards", "medal", "prize", "olympics", "championship", "championships", "league", "copyright"},

	// seriesWords begin the names of series whose documents are known by a number.
	SeriesWords: {"rfc", "bcp", "std", "pep", "nist", "nistir", "special", "sp", "fips", "iso", "iec", "ieee", "ecma", "etsi", "federal"},

	// titleWords are other words of sentences that have a title, "ed" for "op-ed".
	TitleWords: {"translated", "title", "written", "cited", "ed"},

	// IdentifierLabels come before an identifier.
	IdentifierLabels: {"arxiv", "doi", "isbn", "issn", "pmid", "pubmed"},

	// preprintWords call a work a preprint.
	PreprintWords: {"preprint", "preprints", "biorxiv", "medrxiv", "ssrn"},

	// sayingVerbs are what people do who are quoted in an article.
	SayingVerbs: {"said", "told", "expressed", "warned", "was", "is", "were", "are", "complained", "claimed"},

	// periodicalHeads are the last words of the names of newspapers and the like,
	// which report and publish as people do.
	PeriodicalHeads: {"times", "post", "news", "journal", "magazine", "blog", "herald", "telegraph", "guardian", "economist", "gazette", "tribune", "chronicle", "mail", "review", "independent", "zeitung", "tageblatt", "dagblad", "dagbladet", "tidende", "nyheter", "aftenposten", "nachrichten", "kurier", "anzeiger"},

	// plainVerbs are verbs of authors that do not end in -s or -ed.
	PlainVerbs: {"found", "wrote", "argue", "discuss", "examine", "explore", "analyze", "analyse", "study", "review", "report", "show", "describe", "demonstrate", "propose",
		"suggest", "present", "use", "develop", "provide", "identify", "investigate", "consider", "note", "conclude", "find", "claim", "assert", "state", "contend", "characterize", "offer",
		"gave", "made", "led", "set", "build", "built", "introduce", "define", "estimate", "evaluate", "compare", "highlight", "focus", "address", "assess", "survey", "outline", "who", "in", "write", "publish", "brought", "took", "began"},

	// titleCues come right before a title.
	TitleCues: {"titled", "entitled", "called", "headlined", "named"},

	// ofTitles come before "of" and a title.
	OfTitles: {"author", "authors", "co-author", "coauthor", "co-authors", "edition", "abstract", "publication", "translation", "reprint"},

	// afterTitle are words that go on about a work when its title is over.
	AfterTitle: {"in", "is", "was", "were", "are", "by", "published", "and", "as", "which", "that", "to", "on", "at", "with", "from", "for", "has", "had",
		"have", "examines", "discusses", "explores", "provides", "proposes", "investigates", "presents", "argues", "describes", "introduces", "analyzes", "study",
		"offers", "reviews", "focuses", "covers", "includes", "contains", "details", "documents", "outlines", "aims", "demonstrates", "shows", "suggests"},

	// neutral words do not end what is said of a work.
	Neutral: {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "a", "an", "the", "was", "is", "were", "are", "and", "be", "been", "has", "had", "have", "also", "first", "originally", "recently", "online", "later", "subsequently",
		"of", "with", "as", "by", "in", "on", "at", "from", "for", "to", "his", "her", "their", "its", "titled", "entitled", "called", "authored", "written",
		"jointly", "then", "formally", "s", "under", "via", "within", "between", "biorxiv", "medrxiv", "ssrn", "arxiv", "preprint", "appeared", "appearing", "which", "that", "who", "it", "or", "together"},

	// functionWords open a sentence with a capital and name nothing.
	FunctionWords: {"the", "a", "an", "in", "on", "at", "by", "as", "for", "from", "to", "of", "and", "or", "but", "according", "although", "while", "this", "that", "these", "those",
		"it", "its", "his", "her", "their", "they", "he", "she", "we", "our", "both", "some", "several", "various", "many", "most", "all", "other", "others", "however", "moreover", "furthermore",
		"additionally", "similarly", "such", "since", "when", "where", "whereas", "after", "before", "during", "following", "based", "using", "with", "without", "under", "see", "cf", "if",
		"because", "there", "here", "then", "thus", "like", "including", "between", "through", "over", "about", "into", "not", "no", "yes", "how", "what", "why", "who", "is", "are", "was", "were", "unlike", "despite"},

	// notNames are other words that with a capital are no part of a person's name.
	NotNames: {"research", "researchers", "study", "studies", "paper", "article", "book", "recent", "recently", "early", "previous", "prior", "one", "two", "three", "first", "second",
		"work", "works", "authors", "evidence", "findings", "results", "systematic", "review", "reviews", "journal", "proceedings", "university", "institute", "volume", "vol", "issue", "pages",
		"arxiv", "doi", "table", "figure", "section", "chapter", "appendix", "data", "report", "reports", "experiments", "models", "methods", "techniques", "approaches", "professor", "dr", "must", "shall", "should",
		"ders", "dies", "derselbe", "dieselbe", "dieselben", "idem", "eadem"}, // who is the author of the work before

	// sentenceOpeners begin a new sentence after a full stop.
	SentenceOpeners: {"the", "this", "it", "in", "they", "he", "she", "these", "his", "her", "their", "its", "a", "an", "we", "as", "for", "according", "however", "both"},

	// commonNouns are heads of venues' names that are plain words by themselves.
	CommonNouns: {"review", "reviews", "conference", "workshop", "symposium", "congress", "annual", "research", "studies", "journal", "proceedings", "reports", "magazine", "j", "int", "rev", "methods", "news", "post", "times", "letters", "advances", "frontiers"},

	// lowerNames are words of venues' names written in lower case.
	LowerNames: {"npj", "medrxiv", "biorxiv", "internationale", "international", "européenne"},

	// publisherWords are words of publishers' names.
	PublisherWords: {"press", "publishing", "publishers", "publications", "publisher", "books", "verlag", "springer", "elsevier", "routledge", "wiley", "sage", "harpercollins",
		"pearson", "penguin", "mcgraw-hill", "palgrave", "macmillan", "blackwell", "norton", "vintage", "knopf", "random", "houghton", "mit", "basic", "simon", "doubleday", "picador", "kluwer",
		"birkhäuser", "éditions", "editions", "editorial", "imprint", "xlibris", "academic", "brill", "harper", "bantam", "bloomsbury", "polity", "verso", "guilford", "erlbaum", "ieee", "acm", "mdpi", "hachette", "scribner", "presses", "greenwood", "garland", "imprensa", "editora", "ediciones",
		"ashgate", "gyldendal", "suhrkamp", "gallimard", "karger", "thieme", "lippincott", "jossey-bass", "prentice-hall", "addison-wesley", "o'reilly", "faber", "einaudi", "feltrinelli", "rowohlt",
		"gruyter", "peeters", "brepols", "emerald", "berghahn", "heinemann", "longman", "methuen", "rowman", "littlefield", "liveright", "farrar", "elgar", "crc"},

	// nameGlue joins the names of a list.
	NameGlue: {"and", "et", "al", "others", "colleagues"},

	// companions are the other authors of a work.
	Companions: {"others", "colleagues", "coauthors", "co-authors", "coworkers", "co-workers", "collaborators"},

	// possessives say whose a work or a team is.
	Possessives: {"his", "her", "their"},

	// citationOpeners come before the authors of a citation in parentheses.
	CitationOpeners: {"e", "g", "i", "see", "cf", "also", "in", "reviewed", "by", "as", "and", "for", "example", "from", "after", "review", "introduced", "proposed", "eg", "ie", "adapted", "source", "vgl", "siehe", "voir", "zie", "véase",
		"but", "cited", "quoted", "shown", "argued", "described", "discussed", "reported", "noted", "suggested", "demonstrated", "contra", "pace", "both", "compare", "data", "based", "on", "modified", "studies", "work", "notably", "particularly", "especially", "most", "recently",
		"auch", "etwa", "dazu", "hierzu", "bei", "nach", "par", "exemple", "aussi", "cfr", "vedi", "anche", "jf", "jfr", "se", "även", "også", "ook", "también", "ver"},

	// reports are verbs whose "by" introduces the authors of what is reported.
	Reports: {"authored", "written", "reported", "described", "noted", "reviewed", "shown", "proposed", "demonstrated", "analyzed", "analysed", "discussed", "outlined", "suggested",
		"study", "studies", "research", "paper", "papers", "article", "book", "report", "review", "work", "chapter", "coauthored", "co-authored", "conducted", "published", "documented", "introduced", "produced",
		"meta-analysis", "thesis", "dissertation", "essay", "led", "developed", "investigated", "explored", "presented", "found", "examined", "trial", "investigation", "survey", "preprint", "monograph", "textbook", "commentary", "editorial", "identified", "observed", "argued", "stated", "indicated", "evidenced", "established", "recorded", "cited", "evaluated", "studied", "feature", "lecture", "talk", "op-ed", "analysis", "issued", "released", "prepared", "compiled", "created", "piece"},

	// particles belong to the family name that follows them.
	Particles: {"van", "von", "de", "del", "della", "der", "den", "di", "da", "das", "do", "dos", "du",
		"la", "le", "las", "los", "ter", "ten", "te", "zu", "zum", "zur", "af", "av", "al", "el", "bin", "ibn", "ben", "st", "'t", "’t", "vom", "dal", "degli", "y", "san", "im"},

	// suffixes follow a whole name.
	Suffixes: {"jr", "sr", "ii", "iii", "iv", "jnr", "snr", "2nd", "3rd"},

	// honours come before a name and are no part of it.
	Honours: {"dr", "prof", "professor", "sir", "journalist", "author", "researcher", "researchers", "astronomer",
		"philosopher", "economist", "historian", "physicist", "psychologist", "scholar", "scholars", "writer", "biologist",
		"scientist", "scientists", "colleague", "mr", "mrs", "ms", "president", "senator", "sociologist", "anthropologist",
		"neuroscientist", "physician", "psychiatrist", "reporter", "columnist", "authors", "editors", "linguist", "mathematician"},

	// bodyWords are the nouns that name a body: an institute, a team, an agency.
	BodyWords: {"institute", "institution", "university", "universidad", "universidade", "universität", "université", "università", "universiteit", "instituto", "institut", "istituto", "college", "school", "team", "group", "foundation",
		"organization", "organisation", "association", "center", "centre", "council", "committee", "office", "agency",
		"department", "bank", "society", "consortium", "collaboration", "administration", "commission", "ministry",
		"network", "federation", "union", "academy", "bureau", "authority", "service", "services", "forum", "programme", "program",
		"initiative", "laboratory", "laboratories", "lab", "company", "corporation", "inc", "ltd", "corp", "board",
		"trust", "fund", "congress", "parliament", "government", "secretariat", "panel", "alliance", "nations", "force",
		"registry", "partnership", "coalition", "charity", "guard", "institutes", "museum", "library", "archives", "hospital", "clinic", "herbarium",
		"conference", "investigators", "observatory", "survey", "command", "senate", "house", "court", "division", "chamber", "project", "secretary-general", "commissioners", "branch"},

	// eventWords are the bodyWords that also name what takes place in a year.
	EventWords: {"conference", "congress", "survey", "programme", "program", "project", "initiative", "forum", "force", "parliament", "house", "senate", "court", "registry"},

	// firmWords follow "&" in the names of firms.
	FirmWords: {"company", "co", "sons", "partners", "associates", "brothers", "daughters", "cie"},

	// nationalWords come before the country in the names of its agencies: "Natural
	// England".
	NationalWords: {"historic", "natural", "statistics", "sport", "transport", "maritime", "health", "environment", "energy", "infrastructure", "geoscience", "innovate", "universities",
		"education", "skills", "arts", "creative", "business", "water", "fisheries", "tourism", "visit", "policing", "justice", "standards"},

	// bodyLinks join the words of a body's name.
	BodyLinks: {"of", "for", "on", "in", "and", "&", "the", "to", "de", "la", "des", "du"},

	// phraseLinks are the lower-case words inside the names of journals,
	// conferences and publishers.
	PhraseLinks: {"of", "and", "&", "for", "the", "in", "on", "de", "la", "et", "des", "y", "und", "für", "del",
		"to", "with", "from", "der", "du", "e", "da", "do", "dos", "di", "through", "an", "a", "zur", "zu", "zum", "von", "voor", "van", "och", "og", "för", "en", "its", "as",
		"della", "delle", "dell", "degli", "las", "los", "em", "dans", "sur", "aux", "au", "per"},

	// topicNouns have a topic after them inside a name: "Advances in the …",
	// "Committee on the …".
	TopicNouns: {"advances", "research", "studies", "study", "progress", "trends", "perspectives", "issues", "essays", "readings", "topics", "explorations", "contributions",
		"developments", "frontiers", "observatory", "committee", "commission", "council", "forum", "panel", "group"},

	// foreignHeads open names in other languages, which write the words after them
	// in lower case.
	ForeignHeads: {"zeitschrift", "nachrichten", "archiv", "jahrbuch", "mitteilungen", "abhandlungen", "beiträge", "revue", "annales", "cahiers", "presses", "éditions", "bulletin", "mémoires",
		"revista", "anales", "cuadernos", "boletín", "estudios", "archivos", "fondo", "anais", "cadernos", "boletim", "estudos", "editora", "rivista", "annali", "quaderni", "studi",
		"giornale", "tijdschrift", "tidskrift", "tidsskrift", "časopis", "acta"},

	// wholeWords are short nouns that end a name, and a sentence.
	WholeWords: {"nature", "science", "cell", "brain", "sleep", "energy", "power", "mind", "studies", "review", "reviews", "press", "research", "letters", "medicine"},

	// venueHeads are the words by which a name is recognised as that of a journal or
	// of proceedings, even far from the verb.
	VenueHeads: {"journal", "proceedings", "review", "reviews", "letters", "annals", "archives", "transactions",
		"bulletin", "quarterly", "magazine", "conference", "symposium", "workshop", "frontiers", "advances", "acta", "annual",
		"lancet", "bmj", "jama", "jurnal", "revista", "journals", "reports", "communications", "gazette", "newspaper", "times", "post", "news", "congress",
		"transactions", "yearbook", "revue", "zeitschrift", "trends", "nature", "plos", "proc", "j", "int", "rev", "research", "studies", "science", "sciences", "methods"},

	// afterBook are words that go on about a book when its title is over.
	AfterBook: {"edited", "published", "by", "on", "at", "which", "that", "where", "was", "is", "and"},

	// neutralAuxiliaries come before the participle that says what was done with a
	// work.
	NeutralAuxiliaries: {"is", "was", "has", "been", "first", "originally", "later", "also", "recently", "initially", "subsequently", "jointly"},

	// takingPart are verbs of people who are in a work and did not write it.
	TakingPart: {"participated", "appeared", "appears", "starred", "spoke", "performed", "featured", "participate", "participates"},

	// judgingVerbs are verbs of people who write or speak of the works of others.
	JudgingVerbs: {"reviewed", "discussed", "criticized", "criticised", "praised", "recommended", "summarized", "summarised"},

	// carryingVerbs are verbs of periodicals and proceedings which have works after
	// them.
	CarryingVerbs: {"reported", "contain", "contains", "contained", "include", "includes", "included", "carried", "ran", "featured", "printed"},

	// reportingVerbs may come between the authors and the journal in which they
	// reported something.
	ReportingVerbs: {"reported", "report", "wrote", "write", "argued", "argue", "noted", "concluded", "found", "showed", "published"},

	// forewordNouns name what somebody writes to the work of another.
	ForewordNouns: {"foreword", "preface", "afterword", "prologue", "epilogue", "prefaces", "forewords"},

	// speechVerbs are verbs after which a quotation is what somebody said.
	SpeechVerbs: {"said", "says", "stated", "states", "told", "asked", "replied", "remarked", "declared", "explained", "added", "warned", "commented", "quipped", "observed", "concluded", "concludes", "quoted"},

	// seasons take the place of a month.
	Seasons: {"spring", "summer", "autumn", "fall", "winter"},
}
