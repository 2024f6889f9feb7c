package dev.winback.importing;

/** The kinds of defects, and of what only looks like one. */
final class HostileKinds {

  /** Of every type: TEXT is a column of free text, OWN the number of the row. */
  static final String ALL =
      """
      no customer                     | customer | EMPTY                  | required
      number of 5,000 letters         | customer | RANDOM5000             | too-long
      cell of a megabyte              | TEXT     | LONG1000000            | too-long
      cell with U+0000                | TEXT     | a\\0b                  | control
      cell with a bell                | TEXT     | a\\7b                  | control
      cell with a unit separator      | TEXT     | a\\37b                 | control
      cell with DEL                   | TEXT     | a\\177b                | control
      bytes that are no UTF-8         | TEXT     | M\uE123ller            | encoding
      failed formula                  | TEXT     | #REF!                  | failed-formula
      failed look-up                  | TEXT     | #N/A                   | failed-formula
      row with surplus cells          | -        | -                      | extra-cells
      row without cells               | -        | -                      | good
      quote in the middle of a cell   | TEXT     | -                      | good
      new line in a cell              | TEXT     | a\\12b                 | good
      CR LF in a cell                 | TEXT     | a\\15\\12b             | good
      separator in a cell             | TEXT     | a, b; c                | good
      two quotes in a cell            | TEXT     | say "tea"              | good
      formula in a cell               | TEXT     | =1+1                   | good
      formula behind an apostrophe    | TEXT     | '=cmd()                | good
      HTML in a cell                  | TEXT     | <script>alert(1)</script> | good
      SQL in a cell                   | TEXT     | '); drop table customer;-- | good
      braces of a template            | TEXT     | {{customer.name}} ${7*7} | good
      emoji                           | TEXT     | 🫖👩‍👩‍👧                | good
      right to left                   | TEXT     | \u202eשלום\u202c       | good
      zero width                      | TEXT     | te\u200ba\uFEFF        | good
      combining letters               | TEXT     | e\u0301\u0323          | good
      no character                    | TEXT     | \uFFFE                 | good
      sixty thousand letters          | TEXT     | LONG60000              | good
      spaces around a cell            | TEXT     | SPACES                 | good
      """;

  /** Of every fact. */
  static final String TIMED =
      """
      row too short                   | -    | -                         | required
      no time                         | time | EMPTY                     | required
      31 February                     | time | 2026-02-31                | date
      31 April, day first             | time | 31.04.2026                | date
      29 February of no leap year     | time | 2025-02-29                | date
      month 13                        | time | 2026-13-01                | date
      hour 24                         | time | 2026-05-01 24:30          | date
      minute 60                       | time | 2026-05-01 10:60          | date
      offset of 99 hours              | time | 2026-05-01 10:00 +99:00   | date
      words for a date                | time | yesterday                 | date
      year 0001                       | time | 0001-01-01                | too-early
      year 1899                       | time | 1899-12-31                | too-early
      year 9999                       | time | 9999-12-31                | future
      tomorrow                        | time | 2026-06-02                | future
      year of two digits              | time | 1/5/26                    | short-year
      day number of a spreadsheet     | time | 46143                     | day-number
      Arabic digits in a date         | time | ٢٠٢٦-٠٥-٠١                | date
      today                           | time | 2026-06-01 23:59          | good
      leap day                        | time | 2024-02-29                | good
      hour that the clock skips       | time | 2026-03-29 02:30          | good
      hour that comes twice           | time | 2025-10-26 02:30          | good
      Shopify's date                  | time | 2026-05-01 10:00:00 +0200 | good
      ISO date in UTC                 | time | 2026-05-01T10:00:00.5Z    | good
      Magento's date                  | time | May 1, 2026, 3:21:09 PM   | good
      German date                     | time | 01.05.2026 10:00          | good
      own number of 5,000 letters     | OWN  | RANDOM5000                | too-long
      source of 5,000 letters         | source | RANDOM5000              | too-long
      same id, other content          | -    | -                         | duplicate
      same row twice                  | -    | -                         | good
      """;

  private static final String AMOUNTS =
      """
      no amount                       | amount   | EMPTY              | required
      word for an amount              | amount   | twelve             | number
      groups of two                   | amount   | 12,34,56           | number
      exponent                        | amount   | 1e9                | number
      not a number                    | amount   | NaN                | number
      infinite                        | amount   | Infinity           | number
      hexadecimal                     | amount   | 0x10               | number
      amount with its currency        | amount   | 12.50 EUR          | number
      decimal comma between points    | amount   | 1,50               | number
      Arabic digits in an amount      | amount   | ١٢                 | number
      below zero                      | amount   | -5.00              | negative
      half a cent                     | amount   | 0.005              | decimals
      thirteen digits                 | amount   | 1234567890123      | too-large
      zero                            | amount   | 0                  | good
      thousands by comma              | amount   | 1,234.50           | good
      thousands by apostrophe         | amount   | 1'234.50           | good
      plus sign                       | amount   | +5                 | good
      trailing zeros                  | amount   | 5.5000             | good
      unknown currency                | currency | Euro               | currency
      currency that is none           | currency | ZZZ                | currency
      currency of nobody              | currency | XXX                | currency
      gold                            | currency | XAU                | currency
      other currency                  | currency | usd                | good
      """;

  static final String MONEY = AMOUNTS;

  static final String PURCHASES =
      AMOUNTS
          + """
      refund beyond the amount        | refunded | 12.51              | refund-too-large
      refund below zero               | refunded | -1                 | negative
      full refund                     | refunded | 12.50              | good
      status nobody knows             | status   | asleep             | word
      status in capitals              | status   | REFUNDED           | good
      half a unit                     | units    | 1.5                | count
      units below zero                | units    | -1                 | negative
      too many units                  | units    | 99999999999        | count
      units with an endless exponent  | units    | 1e999999999        | count
      member nobody knows             | member   | nobody             | member
      loss                            | margin   | -3.20              | good
      """;

  static final String CUSTOMERS =
      """
      address without a domain        | email | anna@               | email
      address with two signs          | email | a@b@example.org     | email
      address with a space            | email | an na@example.org   | email
      address of 5,000 letters        | email | \u00a4@LONG5000.org      | email
      homoglyph in an address         | email | \u00a4\u0430nna@example.org   | email-mixed
      zero width in an address        | email | \u00a4an\u200bna@example.org  | email-hidden
      address turned right to left    | email | \u00a4\u202eanna@example.org  | email-hidden
      international domain            | email | \u00a4@müller.example    | good
      address with a tag              | email | \u00a4+tag@example.org   | good
      address in capitals             | email | \u00a4ANNA@EXAMPLE.ORG   | good
      words for a phone               | phone | call me             | phone
      phone too short                 | phone | 12                  | phone
      phone of no country             | phone | +999 1234567        | phone
      phone in brackets               | phone | (030) 123-45/67     | good
      phone behind an apostrophe      | phone | '+49301234567       | good
      zone on Mars                    | time_zone | Mars/North      | zone
      channel nobody has              | preferred_channel | pigeon  | word
      status nobody knows             | status | asleep             | word
      hour 25                         | call_from | 25:00           | time
      owner nobody knows              | owner | nobody              | member
      consent perhaps                 | email_consent | perhaps     | flag
      consent of the future           | consent_at | 2031-01-01     | future
      born on 30 February             | birthday | 1990-02-30       | date
      born with two digits            | birthday | 1.5.80           | short-year
      referrals below zero            | referrals | -1              | negative
      name of 200 letters             | name | LONG200              | good
      name with an apostrophe         | name | 't Hart              | good
      """;

  static final String CONTACTS =
      """
      no channel                      | channel   | EMPTY   | required
      channel nobody has              | channel   | pigeon  | word
      direction nobody knows          | direction | up      | word
      result nobody knows             | result    | perhaps | word
      agreed perhaps                  | agreed    | perhaps | flag
      member nobody knows             | member    | nobody  | member
      """;

  static final String REQUESTS =
      """
      answered in the future          | answered_at | 2031-01-01 | future
      answered some day               | answered_at | some day   | date
      answered before it was asked    | answered_at | 2026-04-30 | before-time
      answered on the day it was asked | answered_at | 2026-05-01 | good
      """;

  static final String COMPLAINTS =
      """
      severity 6                      | severity    | 6          | range
      severity in words               | severity    | bad        | count
      human perhaps                   | human       | perhaps    | flag
      resolved in the future          | resolved_at | 2031-01-01 | future
      resolved before it began        | resolved_at | 2026-05-01 10:29 | before-time
      """;

  static final String CARTS =
      """
      address without a domain        | email   | anna@    | email
      amount below zero               | amount  | -1       | negative
      currency that is none           | currency | ZZZ     | currency
      ordered perhaps                 | ordered | perhaps  | flag
      """;

  private HostileKinds() {}

  static String value(String written) {
    return switch (written) {
      case "-" -> null;
      case "EMPTY" -> "";
      case "SPACES" -> "  a b\u00a0 ";
      case "RANDOM5000" -> random(5_000);
      default ->
          written
              .replace("LONG1000000", "x".repeat(1_000_000))
              .replace("LONG60000", "y".repeat(60_000))
              .replace("LONG5000", "z".repeat(5_000))
              .replace("LONG200", "Ł".repeat(200))
              .replace("\\0", "\0")
              .replace("\\7", "\7")
              .replace("\\37", "\37")
              .replace("\\177", "\177")
              .replace("\\15", "\r")
              .replace("\\12", "\n");
    };
  }

  /** Letters that do not compress: what an index cannot hold. */
  private static String random(int length) {
    return new java.util.Random(1)
        .ints(length, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
