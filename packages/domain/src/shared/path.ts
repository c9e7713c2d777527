/** Where in a command a fault lies, as keys and 0-based indexes: `["lines", 0, "quantity"]`. */
export type Path = readonly (string | number)[];
