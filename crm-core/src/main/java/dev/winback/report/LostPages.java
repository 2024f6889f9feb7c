package dev.winback.report;

import dev.winback.offer.Offers;
import dev.winback.reason.Reasons;
import dev.winback.signal.Profiles;
import dev.winback.signal.Signals;
import dev.winback.staff.Actor;
import dev.winback.staff.Staff;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lost list as a person sees it, read in one transaction: it has seven parts, and to begin and
 * to end its transactions was a fifth of what a page cost the program.
 */
@Service
@Transactional(readOnly = true)
public class LostPages {

  private final LostCustomers lost;
  private final Signals signals;
  private final Profiles profiles;
  private final Staff staff;
  private final Reasons reasons;
  private final Offers offers;

  LostPages(
      LostCustomers lost,
      Signals signals,
      Profiles profiles,
      Staff staff,
      Reasons reasons,
      Offers offers) {
    this.lost = lost;
    this.signals = signals;
    this.profiles = profiles;
    this.staff = staff;
    this.reasons = reasons;
    this.offers = offers;
  }

  /** So many rows after this place. */
  public LostPage of(LostFilter filter, @Nullable String after, int limit, Actor actor) {
    var rows = lost.page(filter, after, limit, actor);
    var shown = rows.items().stream().map(LostRow::customer).collect(Collectors.toSet());
    return new LostPage(
        rows,
        lost.count(filter, actor),
        signals.of(shown),
        profiles.classes(),
        staff.all(),
        reasons.all(),
        offers.catalogue());
  }
}
