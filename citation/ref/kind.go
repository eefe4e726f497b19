package ref

// WorkKind is what a work is, where its entry type says too little. It is empty for
// most works.
type WorkKind string

// The kinds of works beside papers, books, reports and theses. What
// is named and becomes no entry has other ones: film, series, album.
const (
	Standard       WorkKind = "standard"
	Software       WorkKind = "software"
	Dataset        WorkKind = "dataset"
	WebPage        WorkKind = "webpage"
	Patent         WorkKind = "patent"
	CourtCase      WorkKind = "case"
	Law            WorkKind = "law"
	InEncyclopedia WorkKind = "entry" // of an encyclopedia or a dictionary
	Podcast        WorkKind = "podcast"
	Video          WorkKind = "video"
	Post           WorkKind = "post"
)

// KindForm is what a kind of work is called: the entry type it has here and in BibTeX,
// in biblatex's data model (manual, sections 2.1.1 and 2.1.3), in CSL 1.0.2
// (appendix III), in RIS and in CFF 1.2.0.
type KindForm struct {
	Type                    EntryType
	BibLaTeX, CSL, RIS, CFF string
}

// KindOf returns the kind that an entry type of a .bib says, "" if it says none.
func KindOf(entryType string) WorkKind { return kindsOfTypes[entryType] }

// kindsOfTypes are the entry types of biblatex that are those of one kind, and others
// that people use for it.
var kindsOfTypes = map[string]WorkKind{
	"standard": Standard, "software": Software, "dataset": Dataset, "patent": Patent, "jurisdiction": CourtCase, "legislation": Law,
	"inreference": InEncyclopedia, "video": Video, "movie": Video, "www": WebPage, "electronic": WebPage,
}

// Kinds are the kinds of works that may be references.
var Kinds = map[WorkKind]KindForm{
	Standard:       {TechReport, "report", "standard", "STAND", "standard"},
	Software:       {Misc, "software", "software", "COMP", "software"},
	Dataset:        {Misc, "dataset", "dataset", "DATA", "data"},
	WebPage:        {Misc, "online", "webpage", "ELEC", "website"},
	Patent:         {Misc, "patent", "patent", "PAT", "patent"},
	CourtCase:      {Misc, "jurisdiction", "legal_case", "CASE", "legal-case"},
	Law:            {Misc, "legislation", "legislation", "STAT", "statute"},
	InEncyclopedia: {InCollection, "inreference", "entry-encyclopedia", "ENCYC", "encyclopedia"},
	Podcast:        {Misc, "audio", "broadcast", "SOUND", "audiovisual"},
	Video:          {Misc, "video", "motion_picture", "VIDEO", "video"},
	Post:           {Misc, "online", "post", "BLOG", "blog"},
}
