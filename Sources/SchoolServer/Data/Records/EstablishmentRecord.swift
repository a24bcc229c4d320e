/// The school itself.
package struct EstablishmentRecord: Hashable, Sendable {
  /// The key.
  package var key: Int64
  /// The name, in capitals.
  package var name: String
  /// The lines of the address; exactly four, empty ones included.
  package var addressLines: [String]
  /// The postcode.
  package var postcode: String
  /// The town.
  package var city: String
  /// The region.
  package var province: String
  /// The country.
  package var country: String
  /// The school's web site.
  package var website: String
  /// The telephone number, digits only.
  package var phone: String
  /// The e-mail address.
  package var email: String
}
