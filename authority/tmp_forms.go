package authority

func none(c *jsonCursor) ([]*Work, bool) { c.skip(); return nil, false }

func arXivWorks(c *jsonCursor) ([]*Work, bool)           { return none(c) }
func openAlexWorks(c *jsonCursor) ([]*Work, bool)        { return none(c) }
func semanticScholarWorks(c *jsonCursor) ([]*Work, bool) { return none(c) }
func dataCiteWorks(c *jsonCursor) ([]*Work, bool)        { return none(c) }
func crossrefWorks(c *jsonCursor) ([]*Work, bool)        { return none(c) }
