/** The role that the application works as (docs/decisions/0007). */
export const applicationRole = "ordo_app";
