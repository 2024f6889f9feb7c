package dev.winback.web.metrics;

import dev.winback.letter.Journal;
import dev.winback.report.Vitals;
import dev.winback.shared.Unquoted;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The product's numbers under {@code /actuator/prometheus}; the database is asked for all of them
 * at once, and every half minute at most, whoever scrapes how often.
 */
@Component
class ProductMetrics implements MeterBinder {

  private static final Logger LOG = LoggerFactory.getLogger(ProductMetrics.class);
  private static final long KEPT = Duration.ofSeconds(30).toNanos();

  private final Vitals vitals;
  private final Journal journal;
  private Map<String, Double> numbers = Map.of();
  private @Nullable Long asked;

  ProductMetrics(Vitals vitals, Journal journal) {
    this.journal = journal;
    this.vitals = vitals;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (var state : new String[] {"planned", "held", "claimed", "in_doubt"}) {
      gauge(registry, "winback.letters", "letters_" + state, null, "state", state);
    }
    gauge(registry, "winback.letters.announced", "letters_announced", null);
    gauge(registry, "winback.letters.waiting", "letters_waiting", "seconds");
    dots(registry);
    gauge(registry, "winback.relay.stopped", "relay_stopped", null);
    gauge(registry, "winback.night.finished", "night_finished", "seconds");
    gauge(registry, "winback.night.failed", "night_failed", null);
    for (var state : new String[] {"waiting", "refused"}) {
      gauge(registry, "winback.shop.deliveries", "deliveries_" + state, null, "state", state);
    }
    gauge(registry, "winback.webhooks.failing", "webhooks_failing", null);
    gauge(registry, "winback.audit.place", "audit_place", null);
    gauge(registry, "winback.audit.denials", "audit_denials", null);
  }

  /** Of this node: in the time between an announcement and its dot an opt-out comes too late. */
  private void dots(MeterRegistry registry) {
    FunctionTimer.builder(
            "winback.letters.dot",
            journal,
            j -> j.gap().letters(),
            j -> j.gap().all().toNanos(),
            TimeUnit.NANOSECONDS)
        .register(registry);
    TimeGauge.builder(
            "winback.letters.dot.longest",
            () -> journal.gap().longest().toNanos(),
            TimeUnit.NANOSECONDS)
        .register(registry);
  }

  private void gauge(
      MeterRegistry registry, String name, String number, @Nullable String unit, String... tags) {
    var clock = registry.config().clock();
    Gauge.builder(name, this, metrics -> metrics.value(number, clock))
        .baseUnit(unit)
        .tags(Tags.of(tags))
        .register(registry);
  }

  /** Not a number when the database does not answer: an old one would look well. */
  private synchronized double value(String number, Clock clock) {
    long now = clock.monotonicTime();
    if (asked == null || now - asked >= KEPT) {
      asked = now;
      numbers = asked();
    }
    return numbers.getOrDefault(number, Double.NaN);
  }

  private Map<String, Double> asked() {
    try {
      return vitals.now();
    } catch (RuntimeException e) {
      LOG.warn("The numbers of the product are not known now: {}", Unquoted.of(e));
      return Map.of();
    }
  }
}
