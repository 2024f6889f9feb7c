package dev.winback.staff;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an API key is for; it narrows what its member may do and never widens it. */
public enum Scope {
  /** Every list and record that the member sees; changes nothing. */
  READ(Permission.SEE_REPORTS),
  /** What a shop sends: facts, files, coupons; reads nothing else. */
  FACTS(Permission.IMPORT),
  /** Customers, lapses and tasks, with what has to be read for it. */
  WORK(Permission.EDIT_CUSTOMERS),
  /** Ladder and letters, with what has to be read for it. */
  LETTERS(Permission.RELEASE_LETTERS),
  /** All that the member may. */
  ADMIN(Permission.RUN_NIGHT);

  private final Permission use;

  Scope(Permission use) {
    this.use = use;
  }

  public static Optional<Scope> ofCode(String code) {
    return Arrays.stream(values()).filter(scope -> scope.code().equals(code.strip())).findFirst();
  }

  /** Those that are of use to this role. */
  public static List<Scope> of(Role role) {
    return Arrays.stream(values()).filter(scope -> scope.use.of(role)).toList();
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean covers(Scope other) {
    boolean readsToo = this == WORK || this == LETTERS;
    return this == other || this == ADMIN || readsToo && other == READ;
  }
}
