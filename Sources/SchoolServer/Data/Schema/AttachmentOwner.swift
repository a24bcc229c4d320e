/// What an attachment belongs to; the raw values are stored.
enum AttachmentOwner: Int {
  case lessonContent = 1
  case homework = 2
  case handIn = 3
  case newsQuestion = 4
  case message = 5
  case punishmentWork = 6
  case punishmentCircumstances = 7
}
