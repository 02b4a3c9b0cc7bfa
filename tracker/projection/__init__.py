"""From events to the rule set: which rule was in force on any date, under three clocks."""
