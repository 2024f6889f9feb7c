package dev.winback.importing;

/**
 * The kinds of defects in exports of shops; a file's own columns stand for TIME, TOTAL and so on.
 */
final class HostileShopKinds {

  /** Of every order. */
  static final String ORDERS =
      """
      31 February                     | TIME  | 2026-02-31                | date
      month 13                        | TIME  | 2026-13-01                | date
      words for a date                | TIME  | yesterday                 | date
      no time                         | TIME  | EMPTY                     | required
      year 0001                       | TIME  | 0001-01-01                | too-early
      year 9999                       | TIME  | 9999-12-31                | future
      tomorrow                        | TIME  | 2026-06-02 10:00:00       | future
      year of two digits              | TIME  | 1/5/26                    | short-year
      day number of a spreadsheet     | TIME  | 46143                     | day-number
      Shopify's date                  | TIME  | 2026-05-01 10:00:00 +0200 | good
      Magento's date                  | TIME  | May 1, 2026, 3:21:09 PM   | good
      hour that the clock skips       | TIME  | 2026-03-29 02:30          | good
      no total                        | TOTAL | EMPTY                     | required
      word for a total                | TOTAL | twelve                    | number
      groups of two                   | TOTAL | 12,34,56                  | number
      exponent                        | TOTAL | 1e9                       | number
      hexadecimal                     | TOTAL | 0x10                      | number
      not a number                    | TOTAL | NaN                       | number
      below zero                      | TOTAL | -5.00                     | negative
      half a cent                     | TOTAL | 0.005                     | decimals
      thirteen digits                 | TOTAL | 1234567890123             | too-large
      zero                            | TOTAL | 0                         | good
      thousands by comma              | TOTAL | 1,234.50                  | good
      status nobody knows             | STATUS | asleep                   | word
      number of 5,000 letters         | OWN   | RANDOM5000                | too-long
      address without a domain        | EMAIL | anna@                     | email
      address with two signs          | EMAIL | a@b@example.org           | email
      address of 5,000 letters        | EMAIL | \u00a4@LONG5000.org            | email
      homoglyph in an address         | EMAIL | \u00a4\u0430nna@example.org         | email-mixed
      zero width in an address        | EMAIL | \u00a4an\u200bna@example.org        | email-hidden
      international domain            | EMAIL | \u00a4@müller.example          | good
      address in capitals             | EMAIL | \u00a4ANNA@EXAMPLE.ORG         | good
      same row twice                  | -     | -                         | good
      """;

  static final String SHOPIFY =
      ORDERS
          + """
      no name                         | Name                | EMPTY      | good
      id that a spreadsheet shortened | Id                  | 5.57E+12   | shortened
      nobody at all                   | Email               | EMPTY      | no-customer
      refund beyond the total         | Refunded Amount     | 12.51      | refund-too-large
      word for a refund               | Refunded Amount     | some       | number
      refund of nothing               | Refunded Amount     | 0.00       | good
      unknown currency                | Currency            | Euro       | currency
      currency that is none           | Currency            | ZZZ        | currency
      status in capitals              | Financial Status    | PAID       | good
      no status                       | Financial Status    | EMPTY      | good
      cancelled                       | Cancelled at        | 2026-05-02 | good
      word for a quantity             | Lineitem quantity   | two        | number
      half a piece                    | Lineitem quantity   | 0.5        | good
      phone nobody can dial           | Phone               | call me    | good
      coupon of 5,000 letters         | Discount Code       | RANDOM5000 | too-long
      two coupons                     | Discount Code       | A; WELCOME10 | good
      """;

  static final String WEBTOFFEE =
      ORDERS
          + """
      no number                       | order_id       | EMPTY                     | required
      no status                       | status         | EMPTY                     | required
      status with its prefix          | status         | wc-completed              | good
      refund beyond the total         | refund_items   | amount:-12.51\\|reason:x  | refund-too-large
      word for a refund               | refund_items   | amount:some\\|reason:x    | number
      refund without an amount        | refund_items   | amount:\\|reason:x        | good
      currency that is none           | order_currency | ZZZ                       | currency
      guest                           | customer_id    | 0                         | good
      address where a number is meant | customer_id    | x@example.org             | good
      line without its fields         | line_item_1    | Tea                       | good
      line with an endless quantity   | line_item_1    | name:Tea\\|quantity:99999 | good
      coupon of 5,000 letters         | coupon_items   | code:RANDOM5000           | too-long
      """;

  static final String MAGENTO =
      ORDERS
          + """
      no number                       | ID                 | EMPTY         | required
      no status                       | Status             | EMPTY         | required
      status as a code                | Status             | pending_payment | good
      nobody's address                | Customer Email     | EMPTY         | good
      euros                           | Grand Total (Base) | €12.50        | good
      euros behind                    | Grand Total (Base) | 12.50 €       | good
      code of a currency              | Grand Total (Base) | USD 12.50     | good
      sign below zero                 | Grand Total (Base) | -€5.00        | negative
      two signs                       | Grand Total (Base) | € 12 zł 4     | number
      refund beyond the total         | Total Refunded     | €12.51        | refund-too-large
      word for a refund               | Total Refunded     | some          | number
      refund of nothing               | Total Refunded     | €0.00         | good
      """;

  /** Of customers of both shops. */
  static final String CUSTOMERS =
      """
      place on Mars                   | City  | Olympus Mons        | good
      country nobody knows            | COUNTRY | Atlantis          | good
      orders in words                 | ORDERS | many               | good
      same row twice                  | -     | -                   | good
      """;

  /** Known by his number, so that an odd address does not lose him. */
  static final String NUMBERED =
      CUSTOMERS
          + """
      address without a domain        | Email | anna@               | good
      address with two signs          | Email | a@b@example.org     | good
      address of 5,000 letters        | Email | x@LONG5000.org      | good
      homoglyph in an address         | Email | \u0430nna@example.org    | good
      zero width in an address        | Email | an\u200bna@example.org   | good
      address turned right to left    | Email | \u202eanna@example.org   | good
      address in capitals             | Email | \u00a4ANNA@EXAMPLE.ORG   | good
      international domain            | Email | \u00a4@müller.example    | good
      no address                      | Email | EMPTY               | good
      """;

  /** Known by nothing but his address. */
  static final String ADDRESSED =
      CUSTOMERS
          + """
      address without a domain        | Email | anna@               | email
      address with two signs          | Email | a@b@example.org     | email
      address of 5,000 letters        | Email | x@LONG5000.org      | email
      homoglyph in an address         | Email | \u0430nna@example.org    | email-mixed
      zero width in an address        | Email | an\u200bna@example.org   | email-hidden
      address turned right to left    | Email | \u202eanna@example.org   | email-hidden
      address in capitals             | Email | \u00a4ANNA@EXAMPLE.ORG   | good
      international domain            | Email | \u00a4@müller.example    | good
      no address                      | Email | EMPTY               | good
      """;

  private HostileShopKinds() {}
}
