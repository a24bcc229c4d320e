import Testing

/// `LemonLDAPPortal` against portals that run. Every test is for all of them: what a release cannot do is no argument.
@Suite(
  "Portals",
  .enabled(if: Judges.areAskedFor, "TROUSSE_JUDGES does not name the judges' folder"),
  .testPortals,
  .timeLimit(.minutes(3))
)
enum PortalTests {}
