package dev.winback.shop;

import dev.winback.customer.MadeNumber;
import dev.winback.customer.PhoneNumbers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The number of whoever bought: the shop's own, else one made of what identifies him. */
@Component
class Buyer {

  private final PhoneNumbers phones;

  Buyer(PhoneNumbers phones) {
    this.phones = phones;
  }

  /** What an order tells of the buyer. */
  record Signs(
      @Nullable String number,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String country,
      @Nullable String name,
      @Nullable String zip) {}

  /** The same rules as for the shop's files (formats.md); nobody stands for nobody. */
  String number(String shop, Signs signs) {
    if (signs.number() != null && !signs.number().equals("0")) {
      return MadeNumber.ofShop(shop, signs.number());
    }
    if (signs.email() != null) {
      return MadeNumber.ofMail(signs.email());
    }
    var e164 = phones.e164(signs.phone(), signs.country());
    if (e164 != null) {
      return MadeNumber.ofPhone(e164);
    }
    if (signs.name() != null && signs.zip() != null) {
      return MadeNumber.ofName(signs.name(), signs.zip());
    }
    throw new NotForUs("nobody");
  }
}
