package dev.winback.customer;

import dev.winback.shared.Settings;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings and telephone numbers of a firm in Berlin, without a program around them. */
public final class Phones {

  public static final Settings SETTINGS =
      new Binder(
              new MapConfigurationPropertySource(
                  Map.of("winback.country", "DE", "winback.zone", "Europe/Berlin")))
          .bind("winback", Settings.class)
          .get();

  private Phones() {}

  public static PhoneNumbers german() {
    return new PhoneNumbers(SETTINGS);
  }
}
