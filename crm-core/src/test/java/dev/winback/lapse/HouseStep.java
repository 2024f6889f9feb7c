package dev.winback.lapse;

/**
 * One thing that happens in a random history: what, to which customer, and two numbers from 0 to 99
 * that say the rest. Numbers alone, so that a history that fails is made shorter and smaller by
 * itself.
 */
record HouseStep(What what, int who, int a, int b) {

  /** How many customers the histories are about. */
  static final int CUSTOMERS = 4;

  /** What may happen, and of a hundred things how many are of it. */
  enum What {
    NIGHT(24),
    BUYS(12),
    BOUGHT_EARLIER(6),
    STATUS_CHANGES(8),
    REFUND(6),
    COMPLAINT(3),
    CONTACT(7),
    ENDS(2),
    OPTS_OUT(2),
    DIES(1),
    CALL(7),
    DECIDES(5),
    REOPENS(4),
    ASSIGNS(4),
    OFFERS(4),
    LETTERS(9),
    MERGES(1);

    final int weight;

    What(int weight) {
      this.weight = weight;
    }
  }

  int daysAgo() {
    return what == What.BOUGHT_EARLIER ? 1 + 2 * a : 0;
  }

  String ref() {
    return "H" + who % CUSTOMERS;
  }

  /** A line of the story. */
  @Override
  public String toString() {
    return switch (what) {
      case NIGHT -> "%d days pass and two nights run".formatted(days());
      case BUYS -> "%s buys for %d".formatted(ref(), amount());
      case BOUGHT_EARLIER ->
          "%s bought for %d %d days ago, told now".formatted(ref(), amount(), daysAgo());
      case STATUS_CHANGES -> "purchase %d of the told ones is now %s".formatted(a, status());
      case REFUND -> "of purchase %d of the told ones %s goes back".formatted(a, part());
      case COMPLAINT -> "%s complains, severity %d".formatted(ref(), 1 + a % 5);
      case CONTACT -> "somebody called %s %d days ago: %s".formatted(ref(), a % 30, result());
      case ENDS -> "%s says that it is over".formatted(ref());
      case OPTS_OUT -> "%s opts out of letters".formatted(ref());
      case DIES -> "%s has died".formatted(ref());
      case CALL -> "outcome %d of the open task %d".formatted(b, a);
      case DECIDES -> "%s of the open loss of %s".formatted(decision(), ref());
      case REOPENS -> "a manager gives the last loss of %s another try".formatted(ref());
      case ASSIGNS ->
          "the loss of %s goes to rep %d%s".formatted(ref(), a % 3, b % 3 == 0 ? ", though" : "");
      case OFFERS -> "rep %d offers %s %d percent".formatted(b % 3, ref(), a % 60);
      case LETTERS -> "letters are released and leave";
      case MERGES -> "%s and H%d are one".formatted(ref(), a % CUSTOMERS);
    };
  }

  int days() {
    return 1 + a / 2;
  }

  int amount() {
    return 10 * (1 + b % 30);
  }

  String status() {
    return b % 2 == 0 ? "CANCELLED" : "PAID";
  }

  String part() {
    return b % 3 == 0 ? "a part" : "all";
  }

  String result() {
    return b % 3 == 0 ? "not_there" : "talked";
  }

  Decision decision() {
    return Decision.values()[a % Decision.values().length];
  }
}
