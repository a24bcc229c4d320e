import Testing

/// Our OpenID Connect client at LemonLDAP::NG portals: both releases, one portal each for all tests.
@Suite(
  "OpenID Connect at real portals",
  .enabled(if: Judges.areAskedFor, "TROUSSE_JUDGES does not name the judges' folder"),
  .openIDPortals,
  .timeLimit(.minutes(3))
)
struct OpenIDTests {}
