//! People, organizations, roles and groups, under all the names an article gives them.
