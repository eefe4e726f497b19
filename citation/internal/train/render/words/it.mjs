// Italian; a subject is nominative|after "di".
export default {
  fields: {
    general: {
      subjects: `la città medievale|della città medievale; il Rinascimento|del Rinascimento; la lingua italiana|della lingua italiana; le disuguaglianze sociali|delle disuguaglianze sociali; il diritto d'autore|del diritto d'autore; la poesia del Novecento|della poesia del Novecento; l'emigrazione|dell'emigrazione; la famiglia contadina|della famiglia contadina; il lavoro femminile|del lavoro femminile; l'arte sacra|dell'arte sacra; la scuola pubblica|della scuola pubblica; il fascismo|del fascismo; la Controriforma|della Controriforma; i distretti industriali|dei distretti industriali; la filosofia morale|della filosofia morale; il melodramma|del melodramma; l'Unità d'Italia|dell'Unità d'Italia; la responsabilità contrattuale|della responsabilità contrattuale; le politiche sociali|delle politiche sociali; il dialetto|del dialetto; la tutela dell'ambiente|della tutela dell'ambiente; l'insufficienza renale|dell'insufficienza renale; gli archivi ecclesiastici|degli archivi ecclesiastici; la stampa periodica|della stampa periodica`,
      frames: `{A}; {A} e {b}; {A} in {where}; Storia {of}; Studi sulla storia {of}; Per una storia {of}; Le origini {of}; {A} tra {b} e {c}; {A}: un saggio; Lezioni sulla teoria {of}; {A}: problemi e prospettive; La nascita {of}; Il problema {of} in {where}; Aspetti {of} ({when}); Manuale {of}; {A}. Una ricerca in {where}; Note sulla fortuna {of}; «{Q}». {A} e {b}; {P} e {a}; Il ruolo {of} nel dibattito contemporaneo`,
      journals: `Quaderni storici; Studi storici; Rivista storica italiana|RSI; Giornale storico della letteratura italiana|GSLI; Lettere italiane; Il Mulino; Stato e mercato; Polis; Rassegna italiana di sociologia|Rass. ital. sociol.; Giurisprudenza italiana|Giur. it.; Rivista di diritto civile|Riv. dir. civ.; Il Foro italiano|Foro it.; Archivio storico italiano; Aut aut; Minerva Medica; Giornale Italiano di Cardiologia|G Ital Cardiol; Recenti Progressi in Medicina|Recenti Prog Med; Studi medievali; Belfagor; Nuova rivista musicale italiana; Rivista di filosofia; Paragone; Bollettino d'arte; Italianistica; Lingua e stile; Meridiana; Passato e presente`,
      publishers: `il Mulino@Bologna; Einaudi@Torino; Laterza@Roma-Bari; Feltrinelli@Milano; Olschki@Firenze; FrancoAngeli@Milano; Franco Angeli@Milano; Carocci@Roma; Giuffrè@Milano; Mondadori@Milano; Sellerio@Palermo; Bollati Boringhieri@Torino; Le Monnier@Firenze; Sansoni@Firenze; Cedam@Padova; Utet@Torino; Bulzoni@Roma; Liguori@Napoli; Viella@Roma; Edizioni di storia e letteratura@Roma; La Nuova Italia@Firenze; Vita e Pensiero@Milano; Adelphi@Milano; Marsilio@Venezia; Giappichelli@Torino; Salerno@Roma; Bompiani@Milano; Donzelli@Roma; Piccin@Padova`,
    },
  },
  places: `Italia; Toscana; Sicilia; Europa; Lombardia; Venezia; Piemonte; Sardegna; età moderna; Umbria`,
  universities: `Università degli Studi di Milano; Università di Bologna; Sapienza Università di Roma; Università degli Studi di Firenze; Università di Pisa; Scuola Normale Superiore; Università degli Studi di Napoli Federico II; Università di Padova; Politecnico di Torino; Università Ca' Foscari Venezia`,
  theses: `Tesi di dottorato; Tesi di laurea; tesi di laurea magistrale; Tesi di dottorato in Storia`,
  reports: `Rapporto di ricerca; Temi di discussione; Rapporto; Working Paper; Quaderni`,
  institutions: `Istat; Banca d'Italia; Ministero della Salute; Censis; CNR; Istituto Superiore di Sanità; Commissione europea; Fondazione Agnelli; ISPRA; Caritas Italiana`,
  newspapers: `Corriere della Sera@corriere.it; la Repubblica@repubblica.it; La Stampa@lastampa.it; Il Sole 24 Ore@ilsole24ore.com; il manifesto@ilmanifesto.it; Il Messaggero@ilmessaggero.it; L'Espresso@espresso.repubblica.it`,
  headlines: `{A}, ecco cosa cambia; Il ritorno {of}; {A} divide il governo; Che fine ha fatto {a}?`,
  sites: `Treccani@treccani.it; Rai Cultura@raicultura.it; Gazzetta Ufficiale@gazzettaufficiale.it; Il Post@ilpost.it; Normattiva@normattiva.it`,
  series: `Biblioteca universale Laterza; Piccola biblioteca Einaudi; Storia d'Italia; Quaderni di sociologia; Biblioteca di cultura moderna; I Meridiani`,
  proceedings: `Atti del {n}° Convegno internazionale di {T}; Atti del convegno di {city}; {T}. Atti del convegno di studi ({city}, {year})`,
  journalFrames: `Rivista di {T}; Archivio di {T}; Studi di {T}; Annali di {T}; Quaderni di {T}; Giornale di {T}; Rassegna di {T}; Rivista italiana di {T}; Nuovi studi di {T}; Giornale italiano di {T}`,
  disciplines: `sociologia; psicologia; filologia romanza; diritto pubblico; economia; storia moderna; linguistica; pedagogia; estetica; medicina legale; geografia; archeologia; scienza politica; statistica; chirurgia`,
  cities: `Firenze; Urbino; Roma; Bari; Trento; Perugia; Palermo; Torino`,
  editionNote: ["2", "3", "2a", "nuova", "II", "4"],
  forthcoming: ["in corso di stampa", "in stampa"],
};
