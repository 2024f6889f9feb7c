package dev.winback.importing;

import dev.winback.customer.PhoneNumbers;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** What is needed to turn cells into values. */
@Component
class ValueReading {

  private final BusinessClock clock;
  private final Logins logins;
  private final PhoneNumbers phones;
  private final Settings settings;

  ValueReading(BusinessClock clock, Logins logins, PhoneNumbers phones, Settings settings) {
    this.clock = clock;
    this.logins = logins;
    this.phones = phones;
    this.settings = settings;
  }

  /** As a file writes them, with the members of now. */
  Values values(Notation notation) {
    return new Values(notation, clock, logins.members(), phones, settings.currency(), null);
  }

  /** In which a day without a time of day begins. */
  ZoneId zone() {
    return clock.getZone();
  }
}
