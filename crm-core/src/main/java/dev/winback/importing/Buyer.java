package dev.winback.importing;

import dev.winback.customer.MadeNumber;
import dev.winback.customer.MailAddress;
import dev.winback.customer.PhoneNumbers;
import org.jspecify.annotations.Nullable;

/** The person or firm an order of a shop is of, as the shop tells it. */
record Buyer(
    @Nullable String id,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String name,
    @Nullable String company,
    @Nullable String city,
    @Nullable String zip,
    @Nullable String country) {

  /** Where each of them stands in the file. */
  record Columns(String id, String email, String phone, String name, String zip) {}

  Buyer withoutId() {
    return new Buyer(null, email, phone, name, company, city, zip, country);
  }

  /**
   * The number under which the shop's customer is known: the shop's own, else one made of the
   * e-mail, the phone, or the name and the postal code. What is no address makes none.
   */
  String number(String shop, Columns columns, Values values) {
    if (id != null) {
      return MadeNumber.ofShop(shop, id);
    }
    if (email != null && MailAddress.fault(email) == null) {
      return MadeNumber.ofMail(MailAddress.stored(email));
    }
    var dialled = values.phones().e164(phone, country);
    if (dialled != null) {
      return MadeNumber.ofPhone(dialled);
    }
    // a till writes "walk-in" twice: without a place it is not worth more than a wrong address
    if (name == null || zip == null && email != null) {
      throw nobody(columns.email());
    }
    return MadeNumber.ofName(name, zip);
  }

  private BadCell nobody(String column) {
    return email == null
        ? new BadCell(column, "no-customer")
        : new BadCell(column, String.valueOf(MailAddress.fault(email)), Values.shown(email));
  }

  /** Where the number was taken from, as far as a file names one column for it. */
  String numberFrom(Columns columns) {
    return id == null ? columns.email() : columns.id();
  }

  /** A number that cannot be dialled does not lose the customer: it is kept as it was told. */
  void tell(Translation customer, Columns columns) {
    customer.sayIfTold("email", email, columns.email());
    if (phone != null) {
      customer.say(
          PhoneNumbers.possible(phone) ? "phone" : "phone as told", phone, columns.phone());
    }
    customer.sayIfTold("name", name, columns.name());
    customer.sayIfTold("company", company, columns.name());
    customer.sayIfTold("city", city, columns.zip());
    customer.sayIfTold("country", country, columns.zip());
  }
}
