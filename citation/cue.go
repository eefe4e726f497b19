package citation

// The words by which the grammar tells what stands beside them. Each list is one
// concept; none of them knows a sentence.

// workNouns name a kind of work; the value is the entry type that the noun
// alone speaks for.
var workNouns = map[string]EntryType{
	"paper": Misc, "papers": Misc, "study": Misc, "studies": Misc, "preprint": Misc, "manuscript": Misc, "work": Misc, "publication": Misc,
	"review": Misc, "reviews": Misc, "meta-analysis": Misc, "analysis": Misc, "survey": Misc, "research": Misc, "essay": Misc,
	"investigation": Misc, "trial": Misc, "commentary": Misc, "perspective": Misc, "protocol": Misc, "poster": Misc,
	"talk": Misc, "lecture": Misc, "lectures": Misc, "testimony": Misc, "presentation": Misc, "episode": Misc, "podcast": Misc, "video": Misc, "guide": Misc,
	"document": Misc, "post": Misc, "statement": Misc, "letter": Misc, "interview": Misc, "pamphlet": Misc, "speech": Misc,
	"briefing": Misc, "release": Misc, "catalogue": Misc, "catalog": Misc, "brochure": Misc, "memo": Misc, "blog": Misc, "webinar": Misc, "comment": Misc, "factsheet": Misc, "piece": Misc, "story": Misc, "toolkit": Misc, "booklet": Misc, "keynote": Misc, "debate": Misc, "critique": Misc, "response": Misc, "reply": Misc, "address": Misc, "opinion": Misc, "documentary": Misc, "film": Misc, "proposal": Misc, "overview": Misc, "guideline": Misc, "guidelines": Misc, "note": Misc, "findings": Misc, "experiment": Misc, "contribution": Misc,
	"article": Article, "articles": Article, "editorial": Article, "feature": Article, "column": Article, "op-ed": Article,
	"book": Book, "books": Book, "monograph": Book, "textbook": Book, "novel": Book, "volume": Book, "memoir": Book, "handbook": Book, "anthology": Book, "treatise": Book, "set": Book, "trilogy": Book, "collection": Book,
	"chapter": InCollection, "chapters": InCollection, "entry": InCollection,
	"thesis": PhDThesis, "dissertation": PhDThesis,
	"report": TechReport, "brief": TechReport, "memorandum": TechReport, "whitepaper": TechReport,
}

// notWorkNouns name what has a title and is no published work.
var notWorkNouns = wordSet("course", "courses", "trial", "dataset", "data", "show", "session", "section", "website", "page", "figure",
	"table", "inquiry", "program", "programme", "project", "movement", "concept", "term", "phrase", "model", "theory", "hypothesis",
	"framework", "method", "problem", "principle", "effect", "approach", "category", "question", "event", "exhibition", "campaign", "band", "album", "song", "game", "series", "workshop", "seminar", "module", "tool", "system", "platform", "initiative", "paradigm", "argument", "notion", "idea", "state")

// containerNouns name what holds works.
var containerNouns = wordSet("journal", "magazine", "newspaper", "periodical", "proceedings", "bulletin", "newsletter", "series")

// authoringVerbs have authors before them and works behind them.
var authoringVerbs = wordSet("published", "authored", "wrote", "coauthored", "co-authored", "edited", "co-edited", "released", "penned", "presented",
	"publishes", "writes", "produced", "issued", "contributed", "delivered", "submitted", "posted", "compiled", "publish", "write", "writing", "publishing", "provided", "provides", "introduced")

// issuingVerbs say of a body that it brought out a work, not that it wrote it.
var issuingVerbs = wordSet("published", "publishes", "released", "issued", "produced", "provides", "provided")

// preprintWords call a work a preprint.
var preprintWords = wordSet("preprint", "preprints", "biorxiv", "medrxiv", "ssrn")

// sayingVerbs are what people do who are quoted in an article.
var sayingVerbs = wordSet("said", "told", "expressed", "warned", "was", "is", "were", "are", "complained", "claimed")

// periodicalHeads are the last words of the names of newspapers and the like,
// which report and publish as people do.
var periodicalHeads = wordSet("times", "post", "news", "journal", "magazine", "blog", "herald", "telegraph", "guardian", "economist", "gazette", "tribune", "chronicle", "mail", "review", "independent")

// plainVerbs are verbs of authors that do not end in -s or -ed.
var plainVerbs = wordSet("found", "wrote", "argue", "discuss", "examine", "explore", "analyze", "analyse", "study", "review", "report", "show", "describe", "demonstrate", "propose",
	"suggest", "present", "use", "develop", "provide", "identify", "investigate", "consider", "note", "conclude", "find", "claim", "assert", "state", "contend", "characterize", "offer",
	"gave", "made", "led", "set", "build", "built", "introduce", "define", "estimate", "evaluate", "compare", "highlight", "focus", "address", "assess", "survey", "outline", "who", "in", "write", "publish", "brought", "took", "began")

// titleCues stand right before a title.
var titleCues = wordSet("titled", "entitled", "called", "headlined", "named")

// afterTitle are words that go on about a work when its title is over.
var afterTitle = wordSet("in", "is", "was", "were", "are", "by", "published", "and", "as", "which", "that", "to", "on", "at", "with", "from", "for", "has", "had",
	"have", "examines", "discusses", "explores", "provides", "proposes", "investigates", "presents", "argues", "describes", "introduces", "analyzes", "study",
	"offers", "reviews", "focuses", "covers", "includes", "contains", "details", "documents", "outlines", "aims", "demonstrates", "shows", "suggests")

// neutral words and those of the table below do not end what is said of a work.
var neutral = wordSet("a", "an", "the", "was", "is", "were", "are", "and", "be", "been", "has", "had", "have", "also", "first", "originally", "recently", "online", "later", "subsequently",
	"of", "with", "as", "by", "in", "on", "at", "from", "for", "to", "his", "her", "their", "its", "titled", "entitled", "called", "authored", "written",
	"jointly", "then", "formally", "s", "under", "via", "within", "between", "biorxiv", "medrxiv", "ssrn", "arxiv", "preprint", "appeared", "appearing", "which", "that", "who", "it", "or", "together")

// functionWords open a sentence with a capital and name nothing.
var functionWords = wordSet("the", "a", "an", "in", "on", "at", "by", "as", "for", "from", "to", "of", "and", "or", "but", "according", "although", "while", "this", "that", "these", "those",
	"it", "its", "his", "her", "their", "they", "we", "our", "both", "some", "several", "various", "many", "most", "all", "other", "others", "however", "moreover", "furthermore",
	"additionally", "similarly", "such", "since", "when", "where", "whereas", "after", "before", "during", "following", "based", "using", "with", "without", "under", "see", "cf", "if",
	"because", "there", "here", "then", "thus", "like", "including", "between", "through", "over", "about", "into", "not", "no", "yes", "how", "what", "why", "who", "is", "are", "was", "were", "unlike", "despite")

// notNames are other words that with a capital are no part of a person's name.
var notNames = wordSet("research", "researchers", "study", "studies", "paper", "article", "book", "recent", "recently", "early", "previous", "prior", "one", "two", "three", "first", "second",
	"work", "works", "authors", "evidence", "findings", "results", "systematic", "review", "reviews", "journal", "proceedings", "university", "institute", "volume", "vol", "issue", "pages",
	"arxiv", "doi", "table", "figure", "section", "chapter", "appendix", "data", "report", "reports", "experiments", "models", "methods", "techniques", "approaches", "professor", "dr")

// sentenceOpeners begin a new sentence behind a full stop.
var sentenceOpeners = wordSet("the", "this", "it", "in", "they", "he", "she", "these", "his", "her", "their", "its", "a", "an", "we", "as", "for", "according", "however", "both")

// commonNouns are heads of venues' names that alone are plain words.
var commonNouns = wordSet("review", "reviews", "conference", "workshop", "symposium", "congress", "annual", "research", "studies", "journal", "proceedings", "reports", "magazine", "j", "int", "rev", "methods", "news", "post", "times", "letters", "advances", "frontiers")

// lowerNames are words of venues' names written in lower case.
var lowerNames = wordSet("npj", "medrxiv", "biorxiv", "internationale", "international", "européenne")

// publisherWords are words of publishers' names.
var publisherWords = wordSet("press", "publishing", "publishers", "publications", "publisher", "books", "verlag", "springer", "elsevier", "routledge", "wiley", "sage", "harpercollins",
	"pearson", "penguin", "mcgraw-hill", "palgrave", "macmillan", "blackwell", "norton", "vintage", "knopf", "random", "houghton", "mit", "basic", "simon", "doubleday", "picador", "kluwer",
	"birkhäuser", "éditions", "editions", "editorial", "imprint", "xlibris", "academic", "brill", "harper", "bantam", "bloomsbury", "polity", "verso", "guilford", "erlbaum", "ieee", "acm", "mdpi", "hachette", "scribner", "presses", "greenwood", "garland", "imprensa", "editora", "ediciones")

// nameGlue joins the names of a list.
var nameGlue = wordSet("and", "et", "al", "others", "colleagues")

// citationOpeners stand before the authors of a citation in parentheses.
var citationOpeners = wordSet("e", "g", "i", "see", "cf", "also", "in", "reviewed", "by", "as", "and", "for", "example", "from", "after", "review", "introduced", "proposed", "eg", "ie", "adapted", "source")

// reports are verbs whose "by" brings the authors of what is reported.
var reports = wordSet("authored", "written", "reported", "described", "noted", "reviewed", "shown", "proposed", "demonstrated", "analyzed", "analysed", "discussed", "outlined", "suggested",
	"study", "studies", "research", "paper", "papers", "article", "book", "report", "review", "work", "chapter", "coauthored", "co-authored", "conducted", "published", "documented", "introduced", "produced",
	"meta-analysis", "thesis", "dissertation", "essay", "led", "developed", "investigated", "explored", "presented", "found", "examined", "trial", "investigation", "survey", "preprint", "monograph", "textbook", "commentary", "editorial", "identified", "observed", "argued", "stated", "indicated", "evidenced", "established", "recorded", "cited", "evaluated", "studied", "feature", "lecture", "talk", "op-ed", "analysis", "issued", "released", "prepared", "compiled", "created", "piece")

// places are cities, states and countries where publishers sit and conferences
// meet.
var places = wordSet("berkeley", "cambridge", "oxford", "london", "new york", "boston", "chicago", "princeton", "amsterdam", "berlin", "paris", "vienna", "singapore",
	"toronto", "vancouver", "montreal", "san francisco", "los angeles", "seattle", "washington", "philadelphia", "austin", "miami", "florence", "rome", "milan", "madrid", "barcelona", "lisbon",
	"dublin", "edinburgh", "manchester", "tokyo", "kyoto", "beijing", "shanghai", "hong kong", "bangkok", "seoul", "sydney", "melbourne", "delhi", "new delhi", "mumbai", "bangalore",
	"heidelberg", "munich", "frankfurt", "stuttgart", "leipzig", "cologne", "hamburg", "zurich", "geneva", "basel", "lausanne", "brussels", "leuven", "leiden", "rotterdam", "the hague",
	"stockholm", "uppsala", "oslo", "copenhagen", "helsinki", "warsaw", "prague", "budapest", "moscow", "dordrecht", "cham", "hoboken", "stanford", "ithaca", "new haven", "durham", "athens",
	"istanbul", "ankara", "cairo", "nairobi", "johannesburg", "cape town", "addis ababa", "brighton", "bristol", "glasgow", "abingdon", "thousand oaks", "los altos", "minneapolis", "santa fe", "honolulu", "hawaii", "albuquerque",
	"usa", "us", "united states", "united kingdom", "europe", "asia", "africa", "south africa", "nigeria", "ethiopia", "kenya", "ghana", "egypt", "israel", "iran", "iraq", "pakistan", "bangladesh", "indonesia", "malaysia", "vietnam", "taiwan", "south korea", "korea", "turkey", "greece", "portugal", "poland", "romania", "hungary", "finland", "norway", "denmark", "sweden", "russia", "ukraine", "argentina", "chile", "colombia", "peru", "new zealand", "scotland", "england", "wales", "new brunswick", "new jersey", "texas", "florida", "ohio", "virginia", "massachusetts", "pennsylvania", "illinois", "michigan", "wisconsin", "minnesota", "oregon", "arizona", "colorado", "georgia", "maryland", "louisiana", "tennessee", "utah", "hawaii", "nevada", "ontario", "quebec", "british columbia", "victoria", "new south wales", "catalonia", "bavaria", "uk", "france", "germany", "italy", "spain", "japan", "china", "india", "canada", "australia", "thailand", "austria", "ireland", "mexico", "brazil", "netherlands", "switzerland", "sweden", "ca", "ny", "ma", "claremont", "california", "punta cana", "santiago", "abu dhabi", "dubai", "kigali", "macau", "taipei", "jakarta", "bali")
