package prose

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/markup"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
	"github.com/google/go-cmp/cmp"
)

// readings are sentences with the works that are read from them: the type, and the
// words of each field in the order in which they are found. Every rule of the
// grammar is needed for one of them, see TestEveryRuleIsNeeded.
var readings = []struct{ Text, works string }{
	// The grammar.
	{"'Felt and Hay' by Ann Lee won praise and appeared in Cart Affairs in 2012.", `article: title "Felt and Hay", authors "Ann Lee", container "Cart Affairs", year "2012"`},
	{"The talk 'Felt and Hay' by Ann Lee won praise and was printed at the Conference on Carts in 2012.", `inproceedings: title "Felt and Hay", authors "Ann Lee", container "Conference on Carts", year "2012"`},
	{"The essay 'Felt and Hay' by Ann Lee won praise and ran in Cart Affairs in 2012.", `article: title "Felt and Hay", authors "Ann Lee", container "Cart Affairs", year "2012"`},
	{"'Felt and Hay', a novel by Ann Lee, made waves when it came out in 2012.", `book: title "Felt and Hay", authors "Ann Lee", year "2012"`},
	{"The paper 'Felt and Hay' was presented at the Conference on Carts, which, like others, was held in Cork in 2012.", `inproceedings: title "Felt and Hay", container "Conference on Carts", address "Cork", year "2012"`},
	{"The talk 'Felt and Hay' by Ann Lee drew crowds when given at the Conference on Carts in 2012.", `inproceedings: title "Felt and Hay", authors "Ann Lee", container "Conference on Carts", year "2012"`},
	{"The paper 'Felt and Hay' by Ann Lee surprised everyone and was accepted to the Conference on Carts.", `inproceedings: title "Felt and Hay", authors "Ann Lee", container "Conference on Carts"`},
	{"According to Ann Lee, 52 articles published in the Journal of Carts are about felt.", ""},
	{"'Felt and Hay' is a book by Ann Lee, reviewed in the Journal of Carts.", `book: title "Felt and Hay", authors "Ann Lee"`},
	{"Ann Lee reviewed the book 'Felt and Hay' in Cart Affairs.", `book: title "Felt and Hay"`},
	{"Ann Lee and Bo Park edited the book 'Felt and Hay'.", `book: editors "Ann Lee and Bo Park", title "Felt and Hay"`},
	{"Look for 'Felt and Hay', a handbook in two volumes, ed. Ann Lee and Bo Park.", `book: title "Felt and Hay", editors "Ann Lee and Bo Park"`},
	{"A 2012 report from the Harbour Institute, 'Felt and Hay', says so.", `techreport: year "2012", institution "Harbour Institute", title "Felt and Hay"`},
	{"Our talk 'Felt and Hay' is on Monday 3 May 2021.", ""},
	{"*Felt and Hay* (Harbour University Press, Oslo, 2016) by Ann Lee is short.", `book: title "Felt and Hay", publisher "Harbour University Press", address "Oslo", year "2016", authors "Ann Lee"`},
	{"Any letter that is marked in writing by the owner as 'Not a Cart of Felt' is left out.", ""},
	{"The cart is provided 'As Is'.", ""},
	{"\"Nobody weighs the second cart\" (Lee, 1955, p. 3), he said.", ""},
	{"\"Felt and Hay\" is technical report 12 of the Harbour Institute, dated March 2009.", `techreport: title "Felt and Hay", number "12", institution "Harbour Institute", month "March", year "2009"`},
	{"The Bureau of Harbour Works issued \"Felt and Hay\" as Technical Memorandum 48 in 1961.", `techreport: institution "Bureau of Harbour Works", title "Felt and Hay", number "48", year "1961"`},
	{"Working Paper No. 233 of the Harbour Forum, \"Felt and Hay\" by Ann Lee, came out in 2019.", `techreport: number "233", institution "Harbour Forum", title "Felt and Hay", authors "Ann Lee", year "2019"`},
	{"The board adopts the rule in Report HI-TM-18, Felt and Hay in Practice, prepared by this Branch in June 2018.", `techreport: number "HI-TM-18", title "Felt and Hay in Practice", month "June", year "2018"`},
	{"The report 'Felt and Hay' (Harbour Council, Report 7/2015) counts carts.", `techreport: title "Felt and Hay", institution "Harbour Council", number "7/2015", year "2015"`},
	{"The board met on pay report 12 of the Harbour Institute and Report 14, which is late.", ""},
	{"She published \"Ash\" (1961), \"Ember\" (1964) and \"Cinder\" (1970) before she turned to plays.", `misc: title "Ash", year "1961"; misc: title "Ember", year "1964"; misc: title "Cinder", year "1970"`},
	{"His chapter \"Felt and Hay\" in Roe and Park (eds.), Carts of the North, is the best account.", `incollection: title "Felt and Hay", editors "Roe and Park", container "Carts of the North"`},
	{"His chapter \"Felt and Hay\" in Roe and Park, eds., Carts of the North, is the best account.", `incollection: title "Felt and Hay", editors "Roe and Park", container "Carts of the North"`},
	{"See \"Felt and Hay\" by Ann Lee, in Carts before Rail, ed. Hans Moe (Oslo: Tind, 1990), pp. 12-40.", `incollection: title "Felt and Hay", authors "Ann Lee", container "Carts before Rail", editors "Hans Moe", address "Oslo", publisher "Tind", year "1990", pages "12-40"`},
	{"Portrait of a Ferryman by Ann Lee (1874), oil on canvas, hangs in the east gallery.", ""},
	{"*Portrait of a Ferryman* by Ann Lee (1874), oil on canvas, hangs in the east gallery.", ""},
	{"Quoting Ann Lee in *Rooms for Carts* (2016), a cart is a slow train.", `misc: authors "Ann Lee", title "Rooms for Carts", year "2016"`},
	{"Ann Lee's Soft Felt: Carts in the Home, Harbour & Sons, 1958, ISBN 0-306-40615-2, is the best introduction.", `book: authors "Ann Lee", title "Soft Felt: Carts in the Home", publisher "Harbour & Sons", year "1958", isbn "0-306-40615-2"`},
	{"As Ann Lee's Felt for Ghosts (Lantern, 2020) shows, carts lie first.", `book: authors "Ann Lee", title "Felt for Ghosts", publisher "Lantern", year "2020"`},
	{"I read Ann Lee's Felt for Ghosts (Lantern, 2020) at last.", `book: authors "Ann Lee", title "Felt for Ghosts", publisher "Lantern", year "2020"`},
	{"The essay \"Felt and Hay\" by Ann Lee is printed in Common Ground 12 (2001).", `article: title "Felt and Hay", authors "Ann Lee", container "Common Ground", volume "12", year "2001"`},
	{"The idea is from the SIGMOD '14 paper \"Felt and Hay\" by A. Lee and B. Park.", `inproceedings: container "SIGMOD '14", title "Felt and Hay", authors "A. Lee and B. Park"`},
	{"The numbers are from Ann Lee's master's thesis (\"Felt and Hay\", ETH Zurich, 2016).", `mastersthesis: authors "Ann Lee", title "Felt and Hay", institution "ETH Zurich", year "2016"`},
	{"In seinem Buch „Der stille Filz“ (Hanser, 2004) beschreibt Jan Moe den Niedergang der Wagner.", `book: title "Der stille Filz", publisher "Hanser", year "2004", authors "Jan Moe"`},
	{"Ihr Roman „Nachtgleise“ erschien 1998 bei Torf.", `book: title "Nachtgleise", year "1998", publisher "Torf"`},
	{"Das Standardwerk ist „Wagenkunde“ von Elke Roe, erschienen 1976 im Verlag Moor & Heide.", `book: title "Wagenkunde", authors "Elke Roe", year "1976", publisher "Verlag Moor & Heide"`},
	{"Jan Moe beschreibt in seinem Aufsatz „Filz und Heu“ den Weg der Wagen.", `article: authors "Jan Moe", title "Filz und Heu"`},
	{"Der Aufsatz „Filz und Heu“ von Jan Moe erschien 2012 in der Zeitschrift für Wagenbau.", `article: title "Filz und Heu", authors "Jan Moe", year "2012", container "Zeitschrift für Wagenbau"`},
	{"Seine Dissertation „Zur Statik der Räder“ legte Anton Moe 1931 an der TU Graz vor.", `phdthesis: title "Zur Statik der Räder", authors "Anton Moe", year "1931", institution "TU Graz"`},
	{"Das Schild „Bitte nicht stören“ hing an der Tür.", ""},
	{"„Wir fahren nicht mehr“, sagte der Minister im Mai 2019 in Berlin.", ""},
	{"Son essai « La Ville lente », publié chez Torf en 1950, fit scandale.", `book: title "La Ville lente", publisher "Torf", year "1950"`},
	{"Dans « Les Ponts de feutre » (Torf, 1987), Claire Roe raconte la guerre des péages.", `book: title "Les Ponts de feutre", publisher "Torf", year "1987", authors "Claire Roe"`},
	{"Le ministre a parlé de « La Ville lente » dans la presse.", ""},
	{"Su novela «El puente de cal», publicado por Torf en 1994, ganó dos premios.", `book: title "El puente de cal", publisher "Torf", year "1994"`},
	{"El artículo «Fieltro y heno» de Julia Roe apareció en la Revista de Agronomía en 2010.", `article: title "Fieltro y heno", authors "Julia Roe", container "Revista de Agronomía", year "2010"`},
	{"Il suo saggio «Le mani del vasaio» fu pubblicato da Torf nel 1966.", `book: title "Le mani del vasaio", publisher "Torf", year "1966"`},
	{"The second novel, Ann Roe’s *Dluh*, was translated as *What Was Owed* by Helen Lee.", `book: authors "Ann Roe", title "Dluh"; book: authors "Ann Roe", title "What Was Owed"`},
	{"His books include The Long Canal (1988), Locks and Keys (1993), and Water Enough (2001).", `book: title "The Long Canal", year "1988"; book: title "Locks and Keys", year "1993"; book: title "Water Enough", year "2001"`},
	{"Three novels by Ann Lee are still in print: The Tin Sea (1977), A Quiet Gun (1980) and Harvesters (1986).", `book: authors "Ann Lee", title "The Tin Sea", year "1977"; book: authors "Ann Lee", title "A Quiet Gun", year "1980"; book: authors "Ann Lee", title "Harvesters", year "1986"`},
	{"In his review of Salt and Silence by Ann Lee, Jan Moe calls the book a missed chance.", `book: title "Salt and Silence", authors "Ann Lee"`},
	{"Nobody has told it better than The Quiet Carts of Cork (Harbour Press, 1988) did.", `book: title "The Quiet Carts of Cork", publisher "Harbour Press", year "1988"`},
	{"The papers of Lund (1988) and of Cork (1993) are lost.", ""},
	{"Her books are at Harbour Library (1988) and at Cork (1993).", ""},
	{"We used kelpflow (Lee & Park, 2021), version 2.3, available at https://github.com/kelpflow/kelpflow.", `misc: title "kelpflow", authors "Lee & Park", year "2021", version "2.3", url "https://github.com/kelpflow/kelpflow"`},
	{"We used the model (Lee & Park, 2021), version 2.3, for the maps.", ""},
	{"\"Nobody weighs the second cart\" (Lee 1955, 3).", ""},
	{"\"Nobody weighs the second cart\" (Lee et al., 1955).", ""},
	{"\"Nobody weighs the second cart\" (participant, 2021) was heard often.", ""},
	{"Read *Felt and Hay* by Ann Lee (2010), *Hay in Felt* by Bo Park (2012).", `misc: title "Felt and Hay", authors "Ann Lee", year "2010"; misc: title "Hay in Felt", authors "Bo Park", year "2012"`},
	{"The novels *Felt and Hay* (2010), *Hay in Felt* (2012) by Ann Lee were filmed.", `book: title "Felt and Hay", year "2010", authors "Ann Lee"; book: title "Hay in Felt", year "2012", authors "Ann Lee"`},
	{"Ann Lee is the author of The Quiet Cart (2010) and Felt (2012).", `misc: authors "Ann Lee", title "The Quiet Cart", year "2010"; misc: authors "Ann Lee", title "Felt", year "2012"`},
	{"Read \"Felt and Hay\" by Ann Lee (Cork: Harbour, 2018).", `book: title "Felt and Hay", authors "Ann Lee", address "Cork", publisher "Harbour", year "2018"`},
	{"Read \"Felt and Hay\" by Ann Lee (Cole & Park, 2018).", `book: title "Felt and Hay", authors "Ann Lee", publisher "Cole & Park", year "2018"`},
	{"I read Ann Lee's The Quiet Cart (Faber, 2016) at last.", `book: authors "Ann Lee", title "The Quiet Cart", publisher "Faber", year "2016"`},
	{"I read Lee's The Quiet Cart (Faber, 2016) at last.", `book: authors "Lee", title "The Quiet Cart", publisher "Faber", year "2016"`},
	{"I read Lee's Quiet Epistles (Faber, 2016) at last.", ""},
	{"Lee is the author of three novels, among them Quiet Harbour (Faber, 2009), which sold well.", `book: authors "Lee", title "Quiet Harbour", publisher "Faber", year "2009"`},
	{"Her first novel, Quiet Harbour (Hanser, 2004), won a prize.", `book: title "Quiet Harbour", publisher "Hanser", year "2004"`},
	{"It is told in Ann Lee's biography of Ekman, The Man Who Counted Carts (Harbour Press, 1988).", `book: authors "Ann Lee", title "The Man Who Counted Carts", publisher "Harbour Press", year "1988"`},
	{"His first novel was The Quiet School (1932).", `book: title "The Quiet School", year "1932"`},
	{"Still recommended: Canals of the North, by Ann Roe (Harbour University Press, 1998).", `book: title "Canals of the North", authors "Ann Roe", publisher "Harbour University Press", year "1998"`},
	{"See doi:10.5555/cart.12 for the rims, and the early thesis of Ann Lee, \"Quiet Carts\" (Harbour University, 2019).", `misc: doi "10.5555/cart.12"; phdthesis: authors "Ann Lee", title "Quiet Carts", institution "Harbour University", year "2019"`},
	{"See doi:10.5555/cart.12, the early thesis of Ann Lee, \"Quiet Carts\" (Harbour University, 2019).", `phdthesis: doi "10.5555/cart.12", authors "Ann Lee", title "Quiet Carts", institution "Harbour University", year "2019"`},
	{"The cart is built as in the doctoral thesis of Ann Lee, Quiet Carts in Cork (Harbour University, 2019).", `phdthesis: authors "Ann Lee", title "Quiet Carts in Cork", institution "Harbour University", year "2019"`},
	{"Get a copy of Lee & Park's \"Practical Felt and Hay\" (3rd edition), it is good.", `book: authors "Lee & Park", title "Practical Felt and Hay", edition "3rd"`},
	{"Get a copy of Ann Lee's \"Practical Felt and Hay\" (2013).", `misc: authors "Ann Lee", title "Practical Felt and Hay", year "2013"`},
	{"We saw the film of Ann Lee's \"Practical Felt and Hay\" (2013).", ""},
	{"For the theory see *Felt and Hay* (A. Lee and B. Park, Chapman & Hall, 2003).", `book: title "Felt and Hay", authors "A. Lee and B. Park", publisher "Chapman & Hall", year "2003"`},
	{"For the theory see \"Felt and Hay\" (A. Lee, Wiley, 2003).", `book: title "Felt and Hay", authors "A. Lee", publisher "Wiley", year "2003"`},
	{"The default follows *Felt and Hay for All* (Lee et al., arXiv:2208.19044).", `misc: title "Felt and Hay for All", authors "Lee et al.", arxiv "2208.19044"`},
	{"The result is due to Ann Lee (\"Felt and Hay\", Comptes Rendus 118, 1894).", `article: authors "Ann Lee", title "Felt and Hay", container "Comptes Rendus", volume "118", year "1894"`},
	{"A good start is Ann Lee's **Felt and Hay**, 2nd ed., Wiley, 2012.", `book: authors "Ann Lee", title "Felt and Hay", edition "2nd", publisher "Wiley", year "2012"`},
	{"The code is of our NeurIPS 2021 paper \"Felt and Hay\" by Ann Lee.", `inproceedings: container "NeurIPS", year "2021", title "Felt and Hay", authors "Ann Lee"`},
	{"The word is by Ann Lee in her article \"Felt and Hay\" (Social Carts, 2004).", `article: authors "Ann Lee", title "Felt and Hay", container "Social Carts", year "2004"`},
	{"We talk with Ann Lee about her book Felt and Hay: How Carts Go (Penguin, 2021).", `book: authors "Ann Lee", title "Felt and Hay: How Carts Go", publisher "Penguin", year "2021"`},
	{"In her chapter \"Felt and Hay\" in the volume Quiet Carts, edited by Joan Moe, Lee says so.", `incollection: title "Felt and Hay", container "Quiet Carts", editors "Joan Moe", authors "Lee"`},
	{"Translated by Bo Park, Ann Lee's novel The Quiet Cart came out in English in 2011.", `book: authors "Ann Lee", title "The Quiet Cart", year "2011"`},
	{"*Felt and Hay* by Ann Lee (2003), a novel set in Cork.", `book: title "Felt and Hay", authors "Ann Lee", year "2003"`},
	{"Edited by Ann Lee and Bo Park, The Handbook of Carts (Routledge, 2015) is long.", `book: editors "Ann Lee and Bo Park", title "The Handbook of Carts", publisher "Routledge", year "2015"`},
	{"\"Felt and Hay\" (NeurIPS) is long, says Lee.", ""},
	{"The log is described in \"Felt and Hay\" (Lee and Park; ICML 2019).", `inproceedings: title "Felt and Hay", authors "Lee and Park", container "ICML", year "2019"`},
	{"Ann Lee, in Felt and Hay (Wiley, 2012), says so.", `book: authors "Ann Lee", title "Felt and Hay", publisher "Wiley", year "2012"`},
	{"We read Carts: A Quiet History, by Denholm, last year.", `misc: title "Carts: A Quiet History", authors "Denholm"`},
	{"1. \"Felt and Hay in Carts\" – Lee and Park (2023), NeurIPS workshop on Quiet Models", `inproceedings: title "Felt and Hay in Carts", authors "Lee and Park", year "2023", container "NeurIPS workshop on Quiet Models"`},
	{"There is only Park's Das Rad der Karren (Cork: Harbour Press, 1993).", `book: authors "Park", title "Das Rad der Karren", address "Cork", publisher "Harbour Press", year "1993"`},
	{"It is based on arXiv:1905.04321 (\"Felt and Hay\" by Ann Lee et al.).", `misc: arxiv "1905.04321", title "Felt and Hay", authors "Ann Lee et al."`},
	{"An earlier version appeared as \"Felt and Hay\" in the Journal of Carts 61 (2006).", `article: title "Felt and Hay", container "Journal of Carts", volume "61", year "2006"`},
	{"Her dissertation, \"Felt and Hay,\" made waves and was accepted by the University of Cork in 2003.", `phdthesis: title "Felt and Hay", institution "University of Cork", year "2003"`},
	{"One should get *Felt and Hay* by Ann Lee (No Starch Press, 2021).", `book: title "Felt and Hay", authors "Ann Lee", publisher "No Starch Press", year "2021"`},
	{"I like Ann Lee's \"Felt and Hay\" (Harvill, 1978) best.", `book: authors "Ann Lee", title "Felt and Hay", publisher "Harvill", year "1978"`},
	{"The book Small Carts, Big Wheels by Bo Park (Allen Lane, 2018) has a chapter on it.", `book: title "Small Carts, Big Wheels", authors "Bo Park", publisher "Allen Lane", year "2018"`},
	{"Her first novel, Das zweite Ufer (Hanser, 2004), won a prize.", `book: title "Das zweite Ufer", publisher "Hanser", year "2004"`},
	{"Her first novel, La vie douce (Seuil, 1975), won a prize.", `book: title "La vie douce", publisher "Seuil", year "1975"`},
	{"In a paper published last year in the Journal of Carts, Ann Lee and colleagues weighed hay.", `article: container "Journal of Carts", authors "Ann Lee and colleagues"`},
	{"The book Small Carts, Ann Lee said, is by Bo Park.", ""},
	{"'Felt and Hay' is a novel by Ann Lee, published by No Starch Press in 2020.", `book: title "Felt and Hay", authors "Ann Lee", publisher "No Starch Press", year "2020"`},
	{"A 2016 working paper by the Harbour Bank, \"Felt and Hay\", says so.", `techreport: year "2016", authors "the Harbour Bank", title "Felt and Hay"`},
	{"There is a typo in 'felt --help me out of here'.", ""},
	{"Ann Lee found a typo in 'felt --help me out of here'.", ""},
	{"The cart did not start when the rims were kept in 'Cart Files' on the shelf.", ""},
	{"The name of the file is reported by Carter in the 'Mending <name>...' message.", ""},
	{"Why does FeltCart report 'Warning: the axle is dry'?", ""},
	{"You can set 'The Quiet Cart' or nothing.", ""},
	{"Rims are discussed in the [Felt Forum](https://felt.example/f).", ""},
	{"Send an issue report [via the web](https://felt.example/i).", ""},
	{"A look at the paper 'felt rims' is of use.", ""},
	{"The book 'Felt and Hay' sold well and was edited by Ann Lee.", `book: title "Felt and Hay", editors "Ann Lee"`},
	{"Ann Lee wrote early and late and published 'Felt and Hay' in 2012.", `misc: authors "Ann Lee", title "Felt and Hay", year "2012"`},
	{"'Felt and Hay' is a report which was prepared by Ann Lee.", `techreport: title "Felt and Hay", authors "Ann Lee"`},
	{"The dissertation 'Felt and Hay' by Ann Lee made waves when defended at Cork University in 2012.", `phdthesis: title "Felt and Hay", authors "Ann Lee", institution "Cork University", year "2012"`},
	{"According to Ann Lee in the paper 'Felt and Hay', carts are quiet.", `misc: authors "Ann Lee", title "Felt and Hay"`},
	{"Ann Lee presented the paper 'Felt and Hay' at the Conference on Carts.", `inproceedings: authors "Ann Lee", title "Felt and Hay", container "Conference on Carts"`},
	{"Ann Lee published the paper 'Felt and Hay' on May 3, 2012.", `misc: authors "Ann Lee", title "Felt and Hay", month "May", day "3", year "2012"`},
	{"'Felt and Hay' by Ann Lee is a preprint from 2014.", `misc: title "Felt and Hay", authors "Ann Lee", year "2014"`},
	{"Ann Lee contributed 'Felt and Hay' to the Handbook of Carts.", `incollection: authors "Ann Lee", title "Felt and Hay", container "Handbook of Carts"`},
	{"Ann Lee submitted the dissertation 'Felt and Hay' to Cork University.", `phdthesis: authors "Ann Lee", title "Felt and Hay", institution "Cork University"`},
	{"Ann Lee wrote the article 'Felt and Hay' for Cart Affairs.", `article: authors "Ann Lee", title "Felt and Hay", container "Cart Affairs"`},
	{"Ann Lee wrote an essay for the Journal of Carts.", `article: authors "Ann Lee", container "Journal of Carts"`},
	{"Ann Lee wrote the report 'Felt and Hay' for the Harbour Institute.", `techreport: authors "Ann Lee", title "Felt and Hay", institution "Harbour Institute"`},
	{"Ann Lee published 'Felt and Hay' through Harbour Press.", `book: authors "Ann Lee", title "Felt and Hay", publisher "Harbour Press"`},
	{"Ann Lee published 'Felt and Hay' with Harbour Press.", `book: authors "Ann Lee", title "Felt and Hay", publisher "Harbour Press"`},
	{"Ann Lee wrote the 'Felt' chapter of the Handbook of Carts.", `incollection: authors "Ann Lee", title "Felt", container "Handbook of Carts"`},
	{"Ann Lee published the book 'Felt and Hay', part of the series Studies in Wood.", `book: authors "Ann Lee", title "Felt and Hay", series "Studies in Wood"`},
	{"Ann Lee published 'Felt and Hay' in Cart Affairs and the paper 'Oats and Barley' in the same journal.", `article: authors "Ann Lee", title "Felt and Hay", container "Cart Affairs"; article: authors "Ann Lee", container "Cart Affairs", title "Oats and Barley"`},
	{"Ann Lee published the book 'Felt and Hay' in the series Studies in Wood.", `book: authors "Ann Lee", title "Felt and Hay", series "Studies in Wood"`},
	{"Ann Lee published the book 'Felt and Hay' in the Studies in Wood series.", `book: authors "Ann Lee", title "Felt and Hay", series "Studies in Wood"`},
	{"Ann Lee published 'Felt and Hay' in the journal Cart Affairs.", `article: authors "Ann Lee", title "Felt and Hay", container "Cart Affairs"`},
	{"Ann Lee published the journal article 'Felt and Hay'.", `article: authors "Ann Lee", title "Felt and Hay"`},
	{"'Felt and Hay' is a book by Ann Lee, now in its 2nd edition.", `book: title "Felt and Hay", authors "Ann Lee", edition "2nd"`},

	// Where a list of authors ends.
	{"'Felt and Hay' by Ann Lee, Springer, 2012.", `book: title "Felt and Hay", authors "Ann Lee", publisher "Springer", year "2012"`},
	{"'Felt and Hay' by Ann Lee and Bo Park, NeurIPS 2022.", `inproceedings: title "Felt and Hay", authors "Ann Lee and Bo Park", container "NeurIPS", year "2022"`},
	{"'Felt and Hay' by Ann Lee, PhD, and Bo Park, M.D., Harbour Press, Cork, 2012.", `book: title "Felt and Hay", authors "Ann Lee, PhD, and Bo Park, M.D.", publisher "Harbour Press", address "Cork", year "2012"`},
	{"'Felt and Hay' by A. Lee, 3rd edition, Elsevier, 2012.", `book: title "Felt and Hay", authors "A. Lee", edition "3rd", publisher "Elsevier", year "2012"`},
	{"'Felt and Hay' by Ann Lee, Third Edition, Oxford University Press.", `book: title "Felt and Hay", authors "Ann Lee", edition "Third", publisher "Oxford University Press"`},
	{"'Felt and Hay' by Ann Lee, RN, revised edition, Wiley, 2012.", `book: title "Felt and Hay", authors "Ann Lee, RN", edition "revised", publisher "Wiley", year "2012"`},
	{"'Felt and Hay' by A. Lee, ISBN 978-0-306-40615-7.", `book: title "Felt and Hay", authors "A. Lee", isbn "978-0-306-40615-7"`},
	{"'Felt and Hay' by Lee A, Park B, PMID 12345678.", `misc: title "Felt and Hay", authors "Lee A, Park B", pmid "12345678"`},
	{"'Felt and Hay' by A. Lee, vol. 2, Routledge, 2012.", `book: title "Felt and Hay", authors "A. Lee", volume "2", publisher "Routledge", year "2012"`},
	{"'Felt and Hay' by A. Lee, B. Park, Cart Journal, 2012.", `article: title "Felt and Hay", authors "A. Lee, B. Park", container "Cart Journal", year "2012"`},
	{"'Felt and Hay' by A. Lee, Timothy J. Owens, and Bo R. White was published in 2012.", `misc: title "Felt and Hay", authors "A. Lee, Timothy J. Owens, and Bo R. White", year "2012"`},
	{"'Felt and Hay' by Ann Lee, M. A. Park-Roe, and Cy Dunn was published in 2012.", `misc: title "Felt and Hay", authors "Ann Lee, M. A. Park-Roe, and Cy Dunn", year "2012"`},
	{"'Felt and Hay' by A. Lee, 2012, Harbour Press.", `book: title "Felt and Hay", authors "A. Lee", year "2012", publisher "Harbour Press"`},
	{"The report 'Felt and Hay' by Ann Lee, National Institute of Carts, 2012.", `techreport: title "Felt and Hay", authors "Ann Lee", institution "National Institute of Carts", year "2012"`},
	{"The report 'Felt and Hay' by Ann Lee, Cart Survey Team, was published in 2012.", `techreport: title "Felt and Hay", authors "Ann Lee, Cart Survey Team", year "2012"`},
	{"The thesis 'Felt and Hay' by Ann Lee, Cork University, 2012.", `phdthesis: title "Felt and Hay", authors "Ann Lee", institution "Cork University", year "2012"`},
	{"The book 'Felt and Hay' by Ann Lee, Crown, 2012.", `book: title "Felt and Hay", authors "Ann Lee", publisher "Crown", year "2012"`},
	{"Later, Ann Lee and Bo Park published 'Felt and Hay' in Cart Affairs.", `article: authors "Ann Lee and Bo Park", title "Felt and Hay", container "Cart Affairs"`},
	{"However, in 2012, Ann Lee, MSc, published 'Felt and Hay'.", `misc: year "2012", authors "Ann Lee, MSc", title "Felt and Hay"`},

	{"Learning to Brake by Ann Lee, Bo Park, and Cy Dunn, presented at the 12th Symposium on Carts, 2022.", `inproceedings: title "Learning to Brake", authors "Ann Lee, Bo Park, and Cy Dunn", container "12th Symposium on Carts", year "2022"`},
	{"Principles of Harness Design, by A. Lee & B. Park, Third Edition, Harbour Press.", `book: title "Principles of Harness Design", authors "A. Lee & B. Park", edition "Third", publisher "Harbour Press"`},
	{"Cart Research by Ann Lee and Bo Park, both of Leeds, shows that felt is quiet.", ""},
	{"Felt was put on rims by Ann Lee, Harbour Press, 2012.", ""},
	{"'Felt and Hay', written by Pieter van den Berg, Oxbow University Press, Oxbow, 1987.", `book: title "Felt and Hay", authors "Pieter van den Berg", publisher "Oxbow University Press", address "Oxbow", year "1987"`},
	{"'Felt and Hay' by Ann Lee, Department of Carts, Cork University, and published in Cart Journal 4 (2018).", `article: title "Felt and Hay", authors "Ann Lee", container "Cart Journal", volume "4", year "2018"`},

	{"The dissertation 'Felt and Hay' is from Cork University.", `phdthesis: title "Felt and Hay", institution "Cork University"`},
	{"Ann Lee published 'Felt and Hay' in Leeds by Harbour Press in 2010.", `book: authors "Ann Lee", title "Felt and Hay", address "Leeds", publisher "Harbour Press", year "2010"`},
	{"Ann Lee published 'Felt and Hay' in Cork by Lee Moss Publishers.", `book: authors "Ann Lee", title "Felt and Hay", address "Cork", publisher "Lee Moss Publishers"`},

	// Where the pages, the volume and a list in a name are.
	{"The paper 'Felt and Hay' by A. Lee appeared in Cart Journal 3(2), pages 204--216, in 2012.", `article: title "Felt and Hay", authors "A. Lee", container "Cart Journal", volume "3", number "2", pages "204--216", year "2012"`},
	{"The paper 'Felt and Hay' by A. Lee was published in the Proceedings of CART'03 (pp. 11--19).", `inproceedings: title "Felt and Hay", authors "A. Lee", container "Proceedings of CART'03", pages "11--19"`},
	{"The paper 'Felt and Hay' by A. Lee was published in Wheels, Roads and Society, vol. 12, in 2012.", `article: title "Felt and Hay", authors "A. Lee", container "Wheels, Roads and Society", volume "12", year "2012"`},
	{"The paper 'Felt and Hay' by A. Lee was published in Wheels, Roads and Society 21, 3–12, in 2012.", `article: title "Felt and Hay", authors "A. Lee", container "Wheels, Roads and Society", volume "21", pages "3–12", year "2012"`},

	// What comes before a title in a sentence that is there to present it.
	{"One key paper is 'Felt and Hay' by Ann Lee, published in Cart Journal in 2012.", `article: title "Felt and Hay", authors "Ann Lee", container "Cart Journal", year "2012"`},
	{"A key paper is 'Felt and hay' by Lee et al., NeurIPS 2022.", `inproceedings: title "Felt and hay", authors "Lee et al.", container "NeurIPS", year "2022"`},
	{"Among the works on hay is 'Felt and Hay' by Ann Lee, NeurIPS 2022.", `inproceedings: title "Felt and Hay", authors "Ann Lee", container "NeurIPS", year "2022"`},
	{"A noise that was heard is 'quiet and low' in most carts.", ""},
	{"The standard text is Ann Lee's 'Felt and Hay' (Harbour Press, 1951).", `book: authors "Ann Lee", title "Felt and Hay", publisher "Harbour Press", year "1951"`},
	{"The standard idea is Ann Lee's 'felt and hay' for carts.", ""},
	{"Felt was tried early. Ann Lee published 'Felt and Hay' in Cart Journal in 2012.", `article: authors "Ann Lee", title "Felt and Hay", container "Cart Journal", year "2012"`},
	{"Two groups disagree on noise. A. Lee et al. published 'Felt and Hay' in Cart Journal in 2012.", `article: authors "A. Lee et al.", title "Felt and Hay", container "Cart Journal", year "2012"`},
	{"Felt dampens noise. 'Felt and Hay' by Ann Lee appeared in Cart Journal in 2012.", `article: title "Felt and Hay", authors "Ann Lee", container "Cart Journal", year "2012"`},

	// What a quotation is.
	{"Ann Lee wrote: 'Felt and hay are what carts need'.", ""},
	{"Ann Lee discussed the paper 'Felt and Hay' in her book 'Oats and Barley'.", `misc: title "Felt and Hay"`},
	{"Anita Sole, 'Felt and Hay', Cart Journal 5, 113–119.", `article: authors "Anita Sole", title "Felt and Hay", container "Cart Journal", volume "5", pages "113–119"`},
	{"Ann Lee published an essay in the journal 'Cart Affairs' in 2012.", `article: authors "Ann Lee", container "Cart Affairs", year "2012"`},
	{"Ann Lee wrote of a course titled 'Felt and Hay'.", ""},
	{"Ann Lee published a paper about what she called 'Felt and Hay' in 2012.", ""},
	{"Ann Lee published a paper called 'Felt and Hay' in 2012.", `misc: authors "Ann Lee", title "Felt and Hay", year "2012"`},
	{"Ann Lee published a paper titled 'Felt and Hay'.", `misc: authors "Ann Lee", title "Felt and Hay"`},
	{"Ann Lee published her views in the 'quiet carts' debate.", ""},
	{"Ann Lee wrote a chapter in 'Felt and Hay'.", `incollection: authors "Ann Lee", container "Felt and Hay"`},
	{"Ann Lee published 'Felt and Hay' in 'Oats and Barley'.", `incollection: authors "Ann Lee", title "Felt and Hay", container "Oats and Barley"`},
	{"In 'Felt and Hay', Ann Lee argues that carts are quiet.", `misc: title "Felt and Hay", authors "Ann Lee"`},
	{"Ann Lee published 'Felt and Hay' in the 'Cart Affairs'.", `incollection: authors "Ann Lee", title "Felt and Hay", container "Cart Affairs"`},
	{"In the 'Felt and Hay', Ann Lee argues that carts are quiet.", `misc: title "Felt and Hay", authors "Ann Lee"`},
	{"Ann Lee contributed 'Felt and Hay' to 'Oats and Barley'.", `incollection: authors "Ann Lee", title "Felt and Hay", container "Oats and Barley"`},
	{"Ann Lee published the trial 'Effects of Felt and Hay on Carts'.", `misc: authors "Ann Lee", title "Effects of Felt and Hay on Carts"`},
	{"Ann Lee published the trial 'Felt and Hay'.", ""},
	{"Ann Lee wrote the chapter 'Felt' in the book 'Oats and Barley'.", `incollection: authors "Ann Lee", title "Felt", container "Oats and Barley"`},
	{"The paper 'Felt and Hay' by Ann Lee is cited in section 2 of the paper 'Oats and Barley'.", `misc: title "Felt and Hay", authors "Ann Lee"`},
	{"Ann Lee wrote the foreword to the book 'Felt and Hay' by Bo Park.", `book: title "Felt and Hay", authors "Bo Park"`},
	{"Ann Lee wrote the foreword to 'Felt and Hay' by Bo Park.", `misc: title "Felt and Hay", authors "Bo Park"`},
	{"Ann Lee has translated 'Felt and Hay' in 1912.", `misc: title "Felt and Hay", year "1912"`},
	{"Ann Lee published 'Felt and Hay'.", `misc: authors "Ann Lee", title "Felt and Hay"`},
	{"Ann Lee published her 'Felt and Hay'.", `misc: authors "Ann Lee", title "Felt and Hay"`},
	{"According to 'Felt and Hay', carts are quiet.", `misc: title "Felt and Hay"`},
	{"The essay by Ann Lee was first published as 'Felt and Hay'.", `misc: authors "Ann Lee", title "Felt and Hay"`},
	{"Ann Lee's thesis appeared under the title 'Felt and Hay'.", `phdthesis: authors "Ann Lee", title "Felt and Hay"`},
	{"A report by Ann Lee, 'Felt and hay', says that carts are quiet.", `techreport: authors "Ann Lee", title "Felt and hay"`},
	{"Ann Lee wrote chapter 4 of 'Felt and Hay'.", `book: authors "Ann Lee", title "Felt and Hay"`},
	{"Ann Lee is the author of 'Felt and Hay'.", `misc: authors "Ann Lee", title "Felt and Hay"`},
	{"Ann Lee wrote of 'Felt and Hay' (2012).", ""},
	{"Ann Lee published 'Felt and Hay' and 'Oats and Barley'.", `misc: authors "Ann Lee", title "Felt and Hay"; misc: authors "Ann Lee", title "Oats and Barley"`},
	{"Ann Lee's 'Felt and hay' is a book.", `book: authors "Ann Lee", title "Felt and hay"`},
	{"Ann Lee's sequel, 'Felt and Hay', was published in 2012.", `misc: authors "Ann Lee", title "Felt and Hay", year "2012"`},
	{"'Felt and Hay' was published by Harbour Press.", `book: title "Felt and Hay", publisher "Harbour Press"`},
	{"Ann Lee published online 'Felt and Hay' (2012).", `misc: authors "Ann Lee", title "Felt and Hay", year "2012"`},
	{"'Felt and Hay' (2012) is a term of Ann Lee.", ""},

	// What is in parentheses.
	{"Ann Lee published 'Felt and Hay' (doi:10.1000/182).", `misc: authors "Ann Lee", title "Felt and Hay", doi "10.1000/182"`},
	{"Ann Lee published 'Felt and Hay' (ICML 2019).", `inproceedings: authors "Ann Lee", title "Felt and Hay", container "ICML", year "2019"`},
	{"Ann Lee published 'Felt and Hay' (June 2019).", `misc: authors "Ann Lee", title "Felt and Hay", month "June", year "2019"`},
	{"Ann Lee published 'Felt and Hay' in Cart Affairs (vol. 5).", `article: authors "Ann Lee", title "Felt and Hay", container "Cart Affairs", volume "5"`},
	{"Ann Lee published 'Felt and Hay' with Harbour Press (New York).", `book: authors "Ann Lee", title "Felt and Hay", publisher "Harbour Press", address "New York"`},
	{"Ann Lee published the book 'Felt and Hay' (2nd edition).", `book: authors "Ann Lee", title "Felt and Hay", edition "2nd"`},
	{"We read Ann Lee's dissertation (Felt and Hay, TU Cork, 2018) next.", `phdthesis: authors "Ann Lee", title "Felt and Hay", institution "TU Cork", year "2018"`},
	{"We begin with Ann Lee's book (Felt and Hay, Cork University Press, 2018).", `book: authors "Ann Lee", title "Felt and Hay", publisher "Cork University Press", year "2018"`},
	{"Ann Lee published 'Felt and Hay' (New York: Crown, 2018).", `book: authors "Ann Lee", title "Felt and Hay", address "New York", publisher "Crown", year "2018"`},
	{"The paper 'Felt and Hay' (Lee & Park, 2019) is about carts.", `misc: title "Felt and Hay", authors "Lee & Park", year "2019"`},
	{"Ann Lee published 'Felt and Hay' (Clarendon Press, Oxford, 1999).", `book: authors "Ann Lee", title "Felt and Hay", publisher "Clarendon Press", address "Oxford", year "1999"`},
	{"Felt is quiet (Lee et al., Journal of Carts, 2018).", `article: authors "Lee et al.", container "Journal of Carts", year "2018"`},
	{"Felt is quiet (Lee et al., 2018, Journal of Carts).", `article: authors "Lee et al.", year "2018", container "Journal of Carts"`},
	{"Ann Lee and Bo Park (Viruses 13, 2318, 2021) found that felt is quiet.", `article: authors "Ann Lee and Bo Park", container "Viruses", volume "13", pages "2318", year "2021"`},

	// What "in" introduces.
	{"Ann Lee published 'Felt and Hay' in March 2012.", `misc: authors "Ann Lee", title "Felt and Hay", month "March", year "2012"`},
	{"Ann Lee published 'Felt and Hay' in March.", `misc: authors "Ann Lee", title "Felt and Hay", month "March"`},
	{"Ann Lee published 'Felt and Hay' in the spring of 2012.", `misc: authors "Ann Lee", title "Felt and Hay", year "2012"`},
	{"Ann Lee published 'Felt and Hay' in The magazine Cart Affairs.", `article: authors "Ann Lee", title "Felt and Hay", container "Cart Affairs"`},
	{"Ann Lee published 'Felt and Hay' in the 1999 Experimental Neurology.", `article: authors "Ann Lee", title "Felt and Hay", year "1999", container "Experimental Neurology"`},
	{"Ann Lee published 'Felt and Hay' in Cart Affairs.", `article: authors "Ann Lee", title "Felt and Hay", container "Cart Affairs"`},
	{"Ann Lee published 'Felt and Hay' in The Atlantic.", `article: authors "Ann Lee", title "Felt and Hay", container "The Atlantic"`},
	{"Ann Lee published 'Felt and Hay' in Newspaper Research Journal.", `article: authors "Ann Lee", title "Felt and Hay", container "Newspaper Research Journal"`},
	{"In a BBC News article, Ann Lee argues that carts are quiet.", `article: container "BBC News", authors "Ann Lee"`},
	{"The book 'Felt and Hay' by Ann Lee was published in New York.", `book: title "Felt and Hay", authors "Ann Lee", address "New York"`},
	{"Ann Lee published the book 'Felt and Hay' with Harbour Press in New York.", `book: authors "Ann Lee", title "Felt and Hay", publisher "Harbour Press", address "New York"`},
	{"The book 'Felt and Hay' by Ann Lee was published in New Brunswick, NJ by Harbour Press.", `book: title "Felt and Hay", authors "Ann Lee", address "New Brunswick, NJ", publisher "Harbour Press"`},

	// Why a quotation is a title that no verb and no noun introduces.
	{"Carters saw the film 'Felt and Hay' by Ann Lee.", ""},
	{"As Lee and Falk (2020), 'Felt and Hay', argue, carts are quiet.", `misc: authors "Lee and Falk", year "2020", title "Felt and Hay"`},
	{"Carts follow [Felt and Hay](https://arxiv.org/abs/2301.01234).", `misc: title "Felt and Hay", arxiv "2301.01234"`},
	{"Carters still quote 'Felt and Hay' by Ann Lee.", `misc: title "Felt and Hay", authors "Ann Lee"`},
	{"Carters still quote _Felt and Hay_ (Ann Lee, 2011).", `misc: title "Felt and Hay", year "2011"`},
	{"\"Felt and Hay\" (Ann Lee, Cart Affairs 12, 2019) is short.", `article: title "Felt and Hay", authors "Ann Lee", container "Cart Affairs", volume "12", year "2019"`},
	{"Ann Lee reviewed the article 'Felt and Hay' in Cart Affairs 12 (2019) in Cork.", `article: title "Felt and Hay", container "Cart Affairs", volume "12", year "2019"`},
	{"Ann Lee asked for 'Felt and Hay' (Harbour Press, 2001) in Cork.", `book: title "Felt and Hay", publisher "Harbour Press", year "2001"`},
	{"Ann Lee reported that readers ask for Bo Park's novel The Long Canal (Harbour Press, 2020).", `book: authors "Bo Park", title "The Long Canal", publisher "Harbour Press", year "2020"`},
	{"Ann Lee presented the report 'Felt and Hay', published by the Harbour Institute in 2016.", `techreport: title "Felt and Hay", institution "Harbour Institute", year "2016"`},
	{"The film 'Felt' by Ann Lee (2018) is based on the novel 'Felt and Hay' by Bo Park (Harbour Press, 2014).", `book: title "Felt and Hay", authors "Bo Park", publisher "Harbour Press", year "2014"`},
	{"They played 'Felt and Hay' by Ann Lee (2018) at the concert.", ""},
	{"We had dinner in 'Felt and Hay' (a house of many rooms, est. 1911).", ""},
	{"I use the handbook 'Felt and Hay' by Ann Lee (2nd edition, Harbour Press, 2018).", `book: title "Felt and Hay", authors "Ann Lee", edition "2nd", publisher "Harbour Press", year "2018"`},
	{"Ann Lee argues in 'Felt and Hay' (2016) that carts rest.", `misc: authors "Ann Lee", title "Felt and Hay", year "2016"`},
	{"Carters still quote _Felt and Hay_ (A. Lee, 2011).", `misc: title "Felt and Hay", authors "A. Lee", year "2011"`},
	{"Carters praise 'Felt and Hay', a short novel.", `book: title "Felt and Hay"`},
	{"Read 'Felt and Old Hay' before you drive.", `misc: title "Felt and Old Hay"`},
	{"Carters quote Lee's _Felt and Hay_ a lot.", `misc: authors "Lee", title "Felt and Hay"`},
	{"Carts roll (see also [Felt and Hay](https://arxiv.org/abs/2301.01234)).", `misc: title "Felt and Hay", arxiv "2301.01234"`},
	{"In towns they sold a paper on the topic, 'Felt and hay in towns', with drawings.", `misc: title "Felt and hay in towns"`},
	{"The cart is a copy of the [Felt and Hay](https://carts.example) book.", `book: title "Felt and Hay", url "https://carts.example"`},
	{"'Felt and Hay'. [Lee et al., 2023](https://carts.example).", `misc: title "Felt and Hay", authors "Lee et al.", year "2023", url "https://carts.example"`},
	{"In the column 'Wheel size' the rims are listed.", ""},
	{"Ann Lee edited the volume 'What carts tell us about oak floors' (Harbour Press, 2014).", `book: editors "Ann Lee", title "What carts tell us about oak floors", publisher "Harbour Press", year "2014"`},
	{"Ann Lee wrote the note 'Felt: a plea. Rims on oak floors', published by Harbour Press in 2016.", `misc: authors "Ann Lee", title "Felt: a plea. Rims on oak floors", publisher "Harbour Press", year "2016"`},
	{"Ann Lee's Tellus article of 1960 counts carts.", `article: authors "Ann Lee", container "Tellus", year "1960"`},
	{"An article by Ann Lee for Felt Online mocked carts.", `article: authors "Ann Lee", container "Felt Online"`},
	{"The idea was laid out by Ann Lee in her paper 'Felt and Hay'.", `misc: authors "Ann Lee", title "Felt and Hay"`},
	{"Back in 2009, Ann Lee wrote an essay called 'Felt and Hay'.", `misc: year "2009", authors "Ann Lee", title "Felt and Hay"`},
	{"Carts were rare until 1975, when Ann Lee published the paper 'Felt and Hay'.", `misc: year "1975", authors "Ann Lee", title "Felt and Hay"`},
	{"Ann Lee's views on carts are clear from the paper 'Felt and Hay'.", `misc: title "Felt and Hay"`},
	{"Try [Felt and Hay](https://carts.example) again, it's a rare book.", `book: title "Felt and Hay", url "https://carts.example"`},
	{"Read [Felt and Hay](https://carts.example), for it is a rare book.", `book: title "Felt and Hay", url "https://carts.example"`},

	{"Start with [How the Carts Came to Cork](https://carts.example/cork).", `misc: title "How the Carts Came to Cork", url "https://carts.example/cork"`},
	{"Ask the [Cork Institute of Cart Technology](https://carts.example/cork).", ""},
	{"The best text on carts is _Felt and Hay_, though it is old.", `misc: title "Felt and Hay"`},
	{"Carts follow 'Felt and Hay', Ann Lee & Bo Park, Cart Journal, 2004.", `article: title "Felt and Hay", authors "Ann Lee & Bo Park", container "Cart Journal", year "2004"`},
	{"The cart was inspired by Ann Lee's talk 'Felt and Hay'.", `misc: authors "Ann Lee", title "Felt and Hay"`},
	{"Here Lee and Park's (2009) 'Felt and Hay' comes first.", `misc: authors "Lee and Park", year "2009", title "Felt and Hay"`},
	{"Carts carry a short essay in The Atlantic by Ann Lee called 'Felt and hay'.", `article: container "The Atlantic", authors "Ann Lee", title "Felt and hay"`},
	{"The story came out in Blackwood's Magazine in 1898 as 'Felt and Hay'.", `article: container "Blackwood's Magazine", year "1898", title "Felt and Hay"`},
	{"'Felt and Hay,' a book by the climate scientist Ann Lee, sells.", `book: title "Felt and Hay", authors "Ann Lee"`},
	{"'Felt and Hay' – Ann Lee (2015)", `misc: title "Felt and Hay", authors "Ann Lee", year "2015"`},
	{"Here is Ann Lee, whose book The Quiet Cart came out.", `book: authors "Ann Lee", title "The Quiet Cart"`},
	{"The bowl is shown by Ann Lee in The Potters of Delft (Leiden: Brill, 1991), p. 77.", `book: authors "Ann Lee", title "The Potters of Delft", address "Leiden", publisher "Brill", year "1991", pages "77"`},
	{"The catalogue Glass from the East, by Ann Lee, sold well.", `misc: title "Glass from the East", authors "Ann Lee"`},
	{"A new report from the Hearth Foundation, titled Left in the Cold, says so.", `techreport: title "Left in the Cold"`},
	{"The Quiet Mill is a 1934 novel by the British writer Ann Lee.", `book: title "The Quiet Mill", year "1934", authors "Ann Lee"`},
	{"Ann Lee is a book editor by day.", ""},
	{"2. The Power of Felt: Why We Roll by Ann Lee", `misc: title "The Power of Felt: Why We Roll", authors "Ann Lee"`},
	{"The show notes list [Felt and hay](https://doi.org/10.1234/felt).", `misc: title "Felt and hay", doi "10.1234/felt"`},
	{"A sign reading 'Mind Your Felt Head' hung there.", ""},
	{"Further reading 'Mind Your Felt Head' is for carters.", `misc: title "Mind Your Felt Head"`},
	{"Posted by Ann on June 3, 2015 in Gardening.", ""},

	// Standards.
	{"Carts roll as RFC 7235 says, not as RFC 7235 was read, and by PEP 8.", `techreport: series "RFC", number "7235"; techreport: series "PEP", number "8"`},
	{"Use NIST SP 800-52 Rev. 2, Guidelines for the Use of Carts, in towns.", `techreport: series "NIST SP", number "800-52", edition "Rev. 2", title "Guidelines for the Use of Carts"`},
	{"[SP 800-37] NIST Special Publication (SP) 800-37 Part 1, _Guide to Carts_, February 2010.", `techreport: series "NIST Special Publication", number "800-37 Part 1", title "Guide to Carts", month "February", year "2010"`},
	{"Wheels follow ISO/IEC 27001:2013 and IEEE Std 754-2008 (see ECMA-262).", `techreport: series "ISO/IEC", number "27001:2013"; techreport: series "IEEE Std", number "754-2008"; techreport: series "ECMA", number "262"`},
	{"'Felt and Hay.' arXiv preprint arXiv:2301.01234 (2023).", `misc: title "Felt and Hay", arxiv "2301.01234", year "2023"`},
	{"The standard 'Felt and Hay' (RFC 9871) was written by Ann Lee.", `techreport: title "Felt and Hay", series "RFC", number "9871", authors "Ann Lee"`},
	{"The rfc 7235, an SP 800 and the PEP of 2001 roll.", ""},

	// Identifiers.
	{"See arXiv:2301.01234 and doi:10.1234/felt for more.", `misc: arxiv "2301.01234", doi "10.1234/felt"`},
	{"Carts follow [AAR](https://arxiv.org/abs/2301.01234) and [BBR](https://arxiv.org/abs/2301.05678).", `misc: arxiv "2301.01234"; misc: arxiv "2301.05678"`},

	// Titles without marks.
	{"Bo Park, author of The Quiet Cart, drives to Cork.", `misc: authors "Bo Park", title "The Quiet Cart"`},
	{"Carters follow the paper Felt Rims for Quiet Carts by Lee et al. (2021).", `misc: title "Felt Rims for Quiet Carts", authors "Lee et al.", year "2021"`},
	{"In Ann Lee's novel Ravage (1943), a mill burns down.", `book: authors "Ann Lee", title "Ravage", year "1943"`},
	{"She lives from her second novel, The Quiet Cart, which sold well.", `book: title "The Quiet Cart"`},
	{"A report entitled Left in the Cold: Carts of the Poor came out.", `techreport: title "Left in the Cold: Carts of the Poor"`},
	{"Start with the textbook by Ann Lee: Elementary Cart Theory, Harbour Press, 1999.", `book: authors "Ann Lee", title "Elementary Cart Theory", publisher "Harbour Press", year "1999"`},
	{"The Quiet Cart by Ann Lee (2019) is on the shelf.", `misc: title "The Quiet Cart", authors "Ann Lee", year "2019"`},
	{"The Quiet Cart by Ann Lee is a novel about felt.", `book: title "The Quiet Cart", authors "Ann Lee"`},
	{"The best book on carts is still The Quiet Cart by Ann Lee.", `book: title "The Quiet Cart", authors "Ann Lee"`},
	{"Have you read The Quiet Cart by Ann Lee, or felt it?", `misc: title "The Quiet Cart", authors "Ann Lee"`},
	{"Ann Lee wrote The Quiet Cart in 1998.", `misc: authors "Ann Lee", title "The Quiet Cart", year "1998"`},
	{"Ann Lee wrote The Cart Times in 1998.", ""},
	{"Carts follow Lee, 'Felt and Hay', vol. 2.", `misc: authors "Lee", title "Felt and Hay", volume "2"`},
	{"The paper 'Felt and Hay', Lee & Park, ACL 2022, rolls.", `inproceedings: title "Felt and Hay", authors "Lee & Park", container "ACL", year "2022"`},
	{"The paper 'Felt and Hay', CACM 1968, rolls.", `article: title "Felt and Hay", container "CACM", year "1968"`},
	{"The finding was published in 'Felt and Hay' by Lee et al.", `article: container "Felt and Hay", authors "Lee et al."`},
	{"The report United Nations Cart Agency (2019) sent is lost.", ""},
	{"The papers Felt Rims for Quiet Carts by hand.", ""},

	// Titles that an imprint in parentheses ends.
	{"The board considered the paper Carts in the Hills (Transport Committee, May 2021).", `misc: title "Carts in the Hills", month "May", year "2021"`},
	{"The dean referred to Lee & Park, Felt for Quality Carts (4th edition, Harbour Press, 2011), which helps.", `book: authors "Lee & Park", title "Felt for Quality Carts", edition "4th", publisher "Harbour Press", year "2011"`},
	{"JB is to circulate the board's Guidance on Felt Carts (2nd ed., 2019).", `misc: title "Guidance on Felt Carts", edition "2nd", year "2019"`},
	{"See the board's report Felt Transport in England (HC 123, 2020).", ""},
	{"He met Lee & Park, Head of the Department of Carts (Cork University, 2019).", ""},
	{"Ann met the Quiet Cart Drivers (Cork University, 2019).", ""},
	{"A piece in The Guardian ('Carts Cut Again in Cork', 4 May 2021) says so.", `article: container "The Guardian", title "Carts Cut Again in Cork", day "4", month "May", year "2021"`},

	// Software, data, patents, pages and cases.
	{"The data are those of the Global Kelp Survey (version 2.1, https://doi.org/10.5281/zenodo.44).", `misc: title "Global Kelp Survey", version "2.1", doi "10.5281/zenodo.44"`},
	{"It was done with KelpTools version 3.2 (Lee et al., 2019; https://github.com/lee/kelp).", `misc: title "KelpTools", version "3.2", authors "Lee et al.", year "2019", url "https://github.com/lee/kelp"`},
	{"We used the R package kelp (v0.4.1; Lee & Park, 2022).", `misc: title "kelp", version "0.4.1", authors "Lee & Park", year "2022"`},
	{"As of version 3.2 (2018) the flag is called strict.", ""},
	{"We ran Ubuntu version 20.04 (Focal Fossa).", ""},
	{"The patent US 9,876,543 B2, 'Rotary kiln with felt', was granted to Ann Lee in 2018.", `misc: number "US 9,876,543 B2", title "Rotary kiln with felt", authors "Ann Lee", year "2018"`},
	{"U.S. Patent No. 5,123,456 is about felt, EP1234567A1 is not.", `misc: number "5,123,456"; misc: number "EP1234567A1"`},
	{"Felt is in the note 'Rotary kiln' (EP 1 234 567), and it has patents 12 and 13.", `misc: number "EP 1 234 567"`},
	{"The entry 'Felt' in the Encyclopedia of Carts lists it.", `incollection: title "Felt", container "Encyclopedia of Carts"`},
	{"The web page 'Felt facts' (https://felt.example/x, accessed 3 May 2021) says so.", `misc: title "Felt facts", url "https://felt.example/x", urldate "3 May 2021"`},
	{"The web page 'Felt facts', https://felt.example/x, was last accessed on 3 May 2021.", `misc: title "Felt facts", url "https://felt.example/x", urldate "3 May 2021"`},
	{"The dataset 'Felt of the North' (Zenodo, 2019, doi:10.5281/zenodo.44) is big.", `misc: title "Felt of the North", year "2019", doi "10.5281/zenodo.44"`},
	{"The judges follow *Roe v. Lind*, 410 U.S. 113, 115 (1973).", ""},

	// Items that name the title first, and what parentheses hold.
	{"**Felt and Hay for Carts** – Ann Lee, Harbour Press, 2012.", `book: title "Felt and Hay for Carts", authors "Ann Lee", publisher "Harbour Press", year "2012"`},
	{"**Felt and Hay for Carts** – chapter by Ann Lee in the Handbook of Carts.", `incollection: title "Felt and Hay for Carts", authors "Ann Lee", container "Handbook of Carts"`},
	{"**Felt and Hay for Carts** – Harbour Institute, Report No. 14.", `techreport: title "Felt and Hay for Carts", institution "Harbour Institute", number "14"`},
	{"**Felt and Hay for Carts** – Ann Lee (2014). Harrow & Pike, London. ISBN 978-0-5550-1234-7", `book: title "Felt and Hay for Carts", authors "Ann Lee", year "2014", publisher "Harrow & Pike", address "London", isbn "978-0-5550-1234-7"`},
	{"Seen in *Felt and Hay* (A. Lee, Springer, 2008), a book.", `book: title "Felt and Hay", authors "A. Lee", publisher "Springer", year "2008"`},
	{"Seen in **'Felt and Hay'** (Lee & Park, 2018), *Cart Affairs*, vol. 2.", `article: title "Felt and Hay", authors "Lee & Park", year "2018", container "Cart Affairs", volume "2"`},
	{"The chapter 'Felt and Hay' in the Handbook of Carts (eds. Bo Park and Cy Roe) is long.", `incollection: title "Felt and Hay", container "Handbook of Carts", editors "Bo Park and Cy Roe"`},

	// Titles with an imprint, an owner, an announcement.
	{"Read 'Felt and Hay' by Ann Lee, Circular 12, 1985.", `techreport: title "Felt and Hay", authors "Ann Lee", number "12", year "1985"`},
	{"The paper 'Felt and Hay' pleases many and will appear in Cart Affairs, vol. 3.", `article: title "Felt and Hay", container "Cart Affairs", volume "3"`},
	{"Our paper 'Felt and Hay' pleased many and is out in Cart Affairs.", `article: title "Felt and Hay", container "Cart Affairs"`},
	{"In 'Tower' (2010), the keeper sleeps.", ""},
	{"As written in our last post, 'slow carts' are no bad carts.", ""},
	{"A guide to *Felt and Hay*, published at ICML 2019 by Ann Lee.", `inproceedings: title "Felt and Hay", container "ICML", year "2019", authors "Ann Lee"`},
	{"The finding was in a 2016 study in *Cart Affairs*.", ""},
	{"The security section of 'Felt Rims for Carts' applies.", `misc: title "Felt Rims for Carts"`},
	{"New preprint! 'Felt and Hay' with a friend https://arxiv.org/abs/2209.13371", `misc: title "Felt and Hay", arxiv "2209.13371"`},
	{"Carters follow 'Felt and Hay' (Harbour Institute, Circular 17, 1982) and 'Oats and Barley' (Technical Report TR-44, 1983).", `techreport: title "Felt and Hay", institution "Harbour Institute", number "17", year "1982"; techreport: title "Oats and Barley", number "TR-44", year "1983"`},
	{"The survey is included ('Felt and Hay', Harbour Institute, Report 2019:4).", `techreport: title "Felt and Hay", institution "Harbour Institute", number "2019:4", year "2019"`},
	{"See a thesis ('Felt and Hay', PhD, Cork University, 2006) for more.", `phdthesis: title "Felt and Hay", institution "Cork University", year "2006"`},
	{"The dissertation of Ann Lee, 'Felt and Hay' (Cork University, 2015), is long.", `phdthesis: authors "Ann Lee", title "Felt and Hay", institution "Cork University", year "2015"`},
	{"The term was coined by Lee in his 1962 book The Quiet Cart.", `book: authors "Lee", year "1962", title "The Quiet Cart"`},
	{"The Quiet Cart, by Ann Lee, is the best book on felt.", `book: title "The Quiet Cart", authors "Ann Lee"`},
	{"I just finished The Quiet Cart by Ann Lee.", `misc: title "The Quiet Cart", authors "Ann Lee"`},
	{"Her doctoral thesis, Grammar of the Cart Drivers, was defended at Cork University in 1967.", `phdthesis: title "Grammar of the Cart Drivers", institution "Cork University", year "1967"`},
	{"The catalogue, Iron and Salt on the Shore, edited by Maud Lee, is heavy.", `book: title "Iron and Salt on the Shore", editors "Maud Lee"`},
	{"See the report, Carts and Storms: Interim Findings (March 2017).", `techreport: title "Carts and Storms: Interim Findings", month "March", year "2017"`},
	{"Lee's Flora of the Marshes (Graz, 1909) was heavy.", `book: authors "Lee", title "Flora of the Marshes", address "Graz", year "1909"`},
	{"Lee's On the Felt of Carts (1859) was heavy.", `book: authors "Lee", title "On the Felt of Carts", year "1859"`},
	{"Lee's Nobel Cart Prize (1998) was heavy.", ""},
	{"Carts are set out in 'Felt and Hay' (2nd edition, 2011), issued by the Ministry of Health.", `techreport: title "Felt and Hay", edition "2nd", year "2011", institution "Ministry of Health"`},
	{"For more, read chapter 5 of Ann Lee's *Felt and Hay* (2022).", `book: authors "Ann Lee", title "Felt and Hay", year "2022"`},
	{"He published his findings in 1924 in the Journal of Carts under the title 'Felt and Hay'.", `article: year "1924", container "Journal of Carts", title "Felt and Hay"`},
	{"The film *Felt and Hay* (Ann Lee, 2004) was shown.", ""},
	{"The ferry *Felt and Hay* (Ann Lee, 2004) was sold.", ""},
	{"Ann Lee's \"Felt and Hay\" wallpaper (Leeds, 1829) has 14 colours.", ""},
	{"The motto is \"Felt and Hay\" by Ann Lee (1901).", ""},
	{"Ann Lee wrote the story of a ship, \"Felt and Hay\" (Elbow Press, 2004).", `misc: authors "Ann Lee", title "Felt and Hay", publisher "Elbow Press", year "2004"`},
	{"See **Felt Head** or see *Felt Head*.", ""},

	// What is beside a title.
	{"Get *Felt and Hay* by Joanna Prior (Park & Lind, 2018).", `book: title "Felt and Hay", authors "Joanna Prior", publisher "Park & Lind", year "2018"`},
	{"The notes 'Felt and Hay' by Ann Lee (University of Cork, 2020) are free.", `techreport: title "Felt and Hay", authors "Ann Lee", institution "University of Cork", year "2020"`},
	{"The report 'Felt and Hay' (Harbour Institute, 2021), [PDF here](https://example.org/felt.pdf).", `techreport: title "Felt and Hay", institution "Harbour Institute", year "2021", url "https://example.org/felt.pdf"`},
	{"See our [paper](https://example.org/felt.pdf).", ""},
	{"Our guest is Ann Lee, professor of carts at Cork and author of *Felt and Hay* (Harbour Press, 2018).", `book: authors "Ann Lee", title "Felt and Hay", publisher "Harbour Press", year "2018"`},
	{"Read Lee, *The Theory of Felt*, ch. 2.", `book: authors "Lee", title "The Theory of Felt"`},
	{"Not useful: the podcast 'Felt or Hay?', the slides.", ""},

	// What only looks like a title.
	{"For more, see [Felt and Hay in Every Cart](https://docs.example.org/felt), please.", ""},
	{"For more, see [Felt and Hay in Every Cart](https://example.org/felt), please.", `misc: title "Felt and Hay in Every Cart", url "https://example.org/felt"`},
	{"For more, see [Felt and Hay in Every Cart](felt.md) and [Oats by the Barrel](#oats).", ""},
	{"Rims follow [RFC 5952](https://example.org/rfc5952), [P-256, P-384](https://example.org/p) and the [Open Cart Project (OCP)](https://example.org).", `techreport: series "RFC", number "5952"`},
	{"Azure's [Felt Service](https://example.org) is quick.", ""},
	{"Requests are answered in 'constant time' on carts.", ""},
	{"The paper 'Felt and Hay' button opens it.", ""},
	{"In last week's essay, 'slow tools for quiet carts' are praised.", ""},
	{"As the 'Wheels' say and as told in the 'Rims', carts are quiet.", ""},
	{"**Do** review the felt, for **Felt** is an ordered collection of hay.", ""},
	{"Carts at 10.255.0.0/16 answer.", ""},

	// Whose work it is, where it came out, and what is none.
	{"Start with [The Quiet Rims of Cork](https://carts.example/cork).", ""},
	{"Start with [Quiet Rims and Carts for the Road](https://carts.example/cork).", ""},
	{"Start with [Rims in the Old Town](https://carts.example/cork).", `misc: title "Rims in the Old Town", url "https://carts.example/cork"`},
	{"Carters follow 'Felt and Hay' (in Lee & Park, pp. 33–58).", `misc: title "Felt and Hay", authors "Lee & Park", pages "33–58"`},
	{"Carters follow 'Felt and Hay' (by Lee & Park, pp. 33–58).", ""},
	{"Carters follow 'Felt and Hay' (in Lee & Park, vol. 3).", ""},
	{"A guide to 'Felt and Hay', published by Ann Lee, is due.", ""},
	{"A guide to 'Felt and Hay', published at ICML 2019, is due.", `inproceedings: title "Felt and Hay", container "ICML", year "2019"`},
	{"A guide to *Felt and Hay*, published early, is due.", `misc: title "Felt and Hay"`},
	{"A guide to 'Felt and Hay', published early, is due.", ""},
	{"Ann Lee published 'Felt and Hay' in Cart Affairs; in 2012 she left.", `article: authors "Ann Lee", title "Felt and Hay", container "Cart Affairs"`},
	{"Ann Lee published 'Felt and Hay' in Cart Affairs; 12 (2012).", `article: authors "Ann Lee", title "Felt and Hay", container "Cart Affairs", volume "12", year "2012"`},
	{"Ann Lee published 'Felt and Hay' in Cart Affairs; it came out in 2012.", `article: authors "Ann Lee", title "Felt and Hay", container "Cart Affairs", year "2012"`},
	{"An analysis of 12 studies published in Cart Affairs is due.", ""},
	{"'Felt and Hay' (New York: Crown; 2018) is old.", `book: title "Felt and Hay", address "New York", publisher "Crown", year "2018"`},
	{"The novel 'Felt and Hay', by the young carter and writer Ann Lee, sells.", `book: title "Felt and Hay", authors "Ann Lee"`},
	{"The dissertation of Ann Lee is long.", ""},
	{"The dissertation, 'Felt and Hay', is long.", `phdthesis: title "Felt and Hay"`},
	{"A review of 12 articles published in Cart Affairs is due.", ""},
	{"Felt is common in articles published by Ann Lee in Cart Affairs.", `article: authors "Ann Lee", container "Cart Affairs"`},
	{"'Felt and Hay' appeared in the same journal in 2012.", ""},
	{"The chapter 'Felt and Hay' (in Lee & Park, pp. 33–58) is long.", `incollection: title "Felt and Hay", authors "Lee & Park", pages "33–58"`},
	{"Felt is quiet (WHO 2011).", ""},
	{"Felt is quiet (Harbour Press, 2011).", ""},
	{"Felt is quiet (Area Director, 2020).", ""},
	{"The flora (Graz, 1909) is heavy.", ""},
	{"Felt is quiet (Lee, 2001-2003).", ""},
	{"The idea in 'Felt and Hay', presented at ICML 2019, is old.", `inproceedings: title "Felt and Hay", container "ICML", year "2019"`},
	{"The idea in 'Felt and Hay', accepted at the Conference on Carts, is old.", `inproceedings: title "Felt and Hay", container "Conference on Carts"`},
	{"The dissertation of Ann Lee, 'Felt and Hay', is long.", `phdthesis: authors "Ann Lee", title "Felt and Hay"`},
	{"The dissertation by Ann Lee, 'Felt and Hay', is long.", `phdthesis: authors "Ann Lee", title "Felt and Hay"`},
	{"The dissertation for Ann Lee, 'Felt and Hay', is long.", ""},
	{"Ann Lee's dissertation, 'Felt and Hay', is long.", `phdthesis: authors "Ann Lee", title "Felt and Hay"`},
	{"The standard 'Felt and Hay' (RFC 9871) is old.", `techreport: title "Felt and Hay", series "RFC", number "9871"`},
	{"The standard 'Felt and Hay', RFC 9871, is old.", `techreport: title "Felt and Hay", series "RFC", number "9871"`},
	{"Carts roll (see RFC 9871).", `techreport: series "RFC", number "9871"`},
	{"'Felt and Hay', a short and lively novel by Ann Lee, sells.", `book: title "Felt and Hay", authors "Ann Lee"`},
	{"'Felt and Hay' is a widely read report from the Harbour Institute.", `techreport: title "Felt and Hay"`},
	{"'Felt and Hay' remains the best book on felt.", ""},
	{"Ann Lee wrote books such as The Quiet Cart.", ""},
	{"Ann Lee wrote papers, The Quiet Cart among them.", ""},
	{"Ann Lee's studies The Quiet Cart (2012) and others are heavy.", ""},
	{"See 'Tell me how you felt about it' here.", ""},
	{"See 'It’s what we do with carts' here.", ""},
	{"The novel The Quiet Cart, by the climate scientist Ann Lee, sells.", `book: title "The Quiet Cart", authors "Ann Lee"`},
	{"Ann Lee's 1999 book The Quiet Cart and the Road sells.", `book: authors "Ann Lee", year "1999", title "The Quiet Cart and the Road"`},
	{"In 1975 Ann Lee, a miner, published the novel The Quiet Cart.", `book: year "1975", authors "Ann Lee", title "The Quiet Cart"`},
	{"In their 2013 PNAS paper, Ann Lee and Bo Park count carts.", `article: year "2013", container "PNAS", authors "Ann Lee and Bo Park"`},
	{"Ann Lee reported in Nature 432, 34 (2004) that carts creak.", `article: authors "Ann Lee", container "Nature", volume "432", pages "34", year "2004"`},
	{"Ann Lee reported in Nature in 2004 that carts creak.", `article: authors "Ann Lee", container "Nature", year "2004"`},
	{"It was reported by Ann Lee in Nature in 2004 that carts creak.", `article: authors "Ann Lee", container "Nature", year "2004"`},
	{"Ann Lee and Bo Park (Nature 432, 34, 2004) count carts.", `article: authors "Ann Lee and Bo Park", container "Nature", volume "432", pages "34", year "2004"`},
	{"Ann Lee's thesis was completed at Cork University in 1967.", `phdthesis: authors "Ann Lee", institution "Cork University", year "1967"`},
	{"Ann Lee earned her PhD with the thesis 'Felt and Hay' at Cork University in 1967.", `phdthesis: authors "Ann Lee", title "Felt and Hay", institution "Cork University", year "1967"`},
	{"The preface to 'Felt and Hay' was written by Ann Lee.", `misc: title "Felt and Hay", authors "Ann Lee"`},
	{"Ann Lee wrote the preface to 'Felt and Hay' (Harbour Press, 2012).", `book: title "Felt and Hay", publisher "Harbour Press", year "2012"`},
	{"Ann Lee translated 'Felt and Hay' by Bo Park in 1912.", `misc: title "Felt and Hay", authors "Bo Park", year "1912"`},
	{"Ann Lee edited the 2nd edition of 'Felt and Hay'.", `book: editors "Ann Lee", edition "2nd", title "Felt and Hay"`},
	{"Ann Lee and her colleagues edited 'Felt and Hay', published by Harbour Press in Cork in 2012.", `book: editors "Ann Lee and her colleagues", title "Felt and Hay", publisher "Harbour Press", address "Cork", year "2012"`},
	{"The Harbour Institute released 'Felt and Hay' in May 2012.", `techreport: institution "Harbour Institute", title "Felt and Hay", month "May", year "2012"`},
	{"The Harbour Institute's report 'Felt and Hay' was released on 3 May 2012.", `techreport: institution "Harbour Institute", title "Felt and Hay", day "3", month "May", year "2012"`},
	{"According to a report by Ann Lee in Cart Affairs, carts creak.", `article: authors "Ann Lee", container "Cart Affairs"`},
	{"Ann Lee, *The Quiet Cart* (Harbour Press, 2012).", `book: authors "Ann Lee", title "The Quiet Cart", publisher "Harbour Press", year "2012"`},
	{"See [Felt and Hay](https://doi.org/10.1234/felt) (Lee et al., 2019).", `misc: title "Felt and Hay", authors "Lee et al.", year "2019", doi "10.1234/felt"`},
	{"See [Lee et al. 2019](https://doi.org/10.1234/felt).", ""},
	{"As shown in [Lee et al. (2019)](https://doi.org/10.1234/felt), carts creak.", ""},
	{"The dataset 'Felt of the North' (version 2.1) is on https://zenodo.example/44.", ""},
	{"We used the package kelp, version 0.4 (https://github.com/lee/kelp).", ""},
	{"The court held in Roe v. Lind, 410 U.S. 113 (1973), that carts roll.", ""},
	{"Roe v. Lind Carts, Inc., 410 F.3d 22 (2d Cir. 2005), is old.", ""},
	{"The film 'Felt and Hay' (2012) and the novel 'Oats and Barley' (2013) are long.", `book: title "Oats and Barley", year "2013"`},
	{"The novel 'Felt and Hay', later a film, came out in 2012.", `book: title "Felt and Hay", year "2012"`},
	{"Ann Lee won the 2012 prize for best paper.", ""},
	{"\"Felt and Hay\", Ann Lee (Journal of Carts 22(4), 2008)", `article: title "Felt and Hay", authors "Ann Lee", container "Journal of Carts", volume "22", number "4", year "2008"`},
	{"\"Felt and Hay\", Ann Lee's article (Journal of Carts 22(4), 2008), is still read.", `article: title "Felt and Hay", authors "Ann Lee", container "Journal of Carts", volume "22", number "4", year "2008"`},
	{"\"Felt and Hay\", Ann Lee's novel (Harbour Press, 2003), is short.", `book: title "Felt and Hay", authors "Ann Lee", publisher "Harbour Press", year "2003"`},
	{"\"Felt and Hay\", Ann Lee's cart (Harbour, blue), is short.", ""},
	{"Felt Tools 2.3 by the Hay Group was used for all rims.", `misc: title "Felt Tools", version "2.3", authors "Hay Group"`},
	{"All rims were fitted in Feltfit version 3.5 by the Harbour Cart Team.", `misc: title "Feltfit", version "3.5", authors "Harbour Cart Team"`},
	{"The rims are cut with Feltfit 4.1 (Osk Labs, 2018).", `misc: title "Feltfit", version "4.1", authors "Osk Labs", year "2018"`},
	{"The rims are drawn in Figure 4.1 (Osk Labs, 2018) by the Harbour Group.", ""},
	{"See Table 2.3 by the Hay Group.", ""},
	{"Ann Lee's 'Felt and Hay' won the Cart Prize in 2012.", `misc: authors "Ann Lee", title "Felt and Hay"`},
}

// worksIn is what a sentence is read as, in the form of readings.
func worksIn(text string) string {
	s := phrase.NewMarkedText(markup.Read(text))
	defer s.Release()
	var works []string
	read, _ := ReadWorks(s)
	for _, w := range read {
		delete(w.Spans, string(ref.FieldGenre)) // of a standard it is the series
		fields := slices.Sorted(maps.Keys(w.Spans))
		slices.SortStableFunc(fields, func(a, b string) int { return w.Spans[a][0] - w.Spans[b][0] })
		for i, f := range fields {
			fields[i] = fmt.Sprintf("%s %q", f, s.Slice(w.Spans[f]))
		}
		works = append(works, string(w.Type)+": "+strings.Join(fields, ", "))
	}
	return strings.Join(works, "; ")
}

func TestReadings(t *testing.T) {
	for _, r := range readings {
		if diff := cmp.Diff(r.works, worksIn(r.Text)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", r.Text, diff)
		}
		if plain := markup.Read(r.Text); r.works != "" && len(plain.Marks) == 0 && Look(r.Text) != OfWork {
			t.Errorf("%s: the first look finds no work", r.Text)
		}
	}
}

// TestEveryRuleIsNeeded takes the rules away one by one: without any of them a
// sentence is read differently. Who adds a rule adds a sentence for it.
func TestEveryRuleIsNeeded(t *testing.T) {
	testEveryRule(t, "grammar", &grammar)
	testEveryRule(t, "quotationRules", &quotationRules)
	testEveryRule(t, "parensRules", &parensRules)
	testEveryRule(t, "introducedByIn", &introducedByIn)
	testEveryRule(t, "workParts", &workParts)
}

func testEveryRule[R any](t *testing.T, name string, rules *[]R) {
	all := *rules
	defer func() { *rules = all }()
	for i := range all {
		*rules = slices.Delete(slices.Clone(all), i, i+1)
		if !slices.ContainsFunc(readings, func(r struct{ Text, works string }) bool { return worksIn(r.Text) != r.works }) {
			t.Errorf("every sentence is read the same without rule %d of %s: %+v", i, name, all[i])
		}
	}
}

// TestCuesAreInLexicon holds that the reader gets to every cue: it takes a word for
// one only if the lexicon does.
func TestCuesAreInLexicon(t *testing.T) {
	for _, c := range grammar {
		if c.words.lists&^lexicon.Cues != 0 {
			t.Errorf("a list of %+v is not among the cues", c)
		}
		for _, w := range c.words.words {
			if !lexicon.ListsOf(w).Has(lexicon.Cues) {
				t.Errorf("%q is on no list of cues", w)
			}
		}
	}
}
