package dev.winback.web.aftercare;

import dev.winback.aftercare.FragileCustomers;
import dev.winback.aftercare.GoodContact;
import dev.winback.aftercare.GoodFilter;
import dev.winback.aftercare.GoodLists;
import dev.winback.aftercare.Occasion;
import dev.winback.aftercare.Occasions;
import dev.winback.aftercare.Testimonial;
import dev.winback.aftercare.Testimonials;
import dev.winback.lapse.LapseId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Paged;
import dev.winback.shared.Sentence;
import dev.winback.shared.Zones;
import dev.winback.web.layout.Shell;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What pages of other features show of care; templates reach it as {@code @careShown}. */
@Component("careShown")
public class CareShown {

  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
  private static final int RECENT = 50;
  private static final int LINES = 12;

  private final Testimonials testimonials;
  private final GoodLists good;
  private final FragileCustomers fragile;
  private final Occasions occasions;
  private final BusinessClock clock;
  private final Shell shell;

  CareShown(
      Testimonials testimonials,
      GoodLists good,
      FragileCustomers fragile,
      Occasions occasions,
      BusinessClock clock,
      Shell shell) {
    this.occasions = occasions;
    this.clock = clock;
    this.fragile = fragile;
    this.good = good;
    this.testimonials = testimonials;
    this.shell = shell;
  }

  /** Those of the customers on a page who are in their fragile year (RET-02). */
  public Set<String> fragile(List<String> refs) {
    return refs.isEmpty() ? Set.of() : fragile.among(refs, Objects.requireNonNull(shell.actor()));
  }

  /** The same of a page of an answer, whose rows name their customers by {@code ref}. */
  public <T> Paged<Cared<T>> marked(Paged<T> page, Function<T, String> ref) {
    var fragile = fragile(page.items().stream().map(ref).toList());
    var rows = page.items().stream().map(row -> new Cared<>(row, fragile.contains(ref.apply(row))));
    return new Paged<>(rows.toList(), page.next());
  }

  /** The same of one row. */
  public <T> Cared<T> marked(T row, String ref) {
    return new Cared<>(row, fragile(List.of(ref)).contains(ref));
  }

  /** What stands of a loss; null: nobody has asked. */
  public @Nullable Testimonial testimonial(long lapse) {
    return testimonials.of(new LapseId(lapse), Objects.requireNonNull(shell.actor())).orElse(null);
  }

  /** What there is to talk about today, the latest first. */
  public List<Occasion> occasions() {
    var today = clock.today();
    var known = occasions.page(null, RECENT, Objects.requireNonNull(shell.actor())).items();
    return known.stream()
        .filter(one -> !one.startsOn().isAfter(today) && !one.endsOn().isBefore(today))
        .toList();
  }

  /** The first of those who wait for a word of this member, as lines of his queue. */
  public List<GoodContact> mine() {
    return good.mine(LINES, Objects.requireNonNull(shell.actor()));
  }

  /** By customer, what is to be watched at him. */
  public Map<Long, List<Sentence>> why(List<GoodContact> rows) {
    return good.why(rows);
  }

  /** What the clock says where he is, beside the number that is dialled. */
  public String hour(GoodContact row) {
    return HOUR.format(clock.instant().atZone(Zones.of(row.timeZone(), clock.getZone())));
  }

  /** Good customers who wait for a word of this member. */
  public long good() {
    return good.count(GoodFilter.ALL, Objects.requireNonNull(shell.actor()));
  }
}
