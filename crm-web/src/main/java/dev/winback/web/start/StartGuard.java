package dev.winback.web.start;

import dev.winback.shared.Settings;
import dev.winback.shared.WrongSetting;
import dev.winback.shared.database.DurableDatabase;
import dev.winback.staff.Staff;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Refuses to start what would do harm in production: rules.md, "Production and demo". */
@Component
class StartGuard implements InitializingBean {

  private final Settings settings;
  private final DataSource database;
  private final Staff staff;

  StartGuard(Settings settings, DataSource database, Staff staff) {
    this.settings = settings;
    this.database = database;
    this.staff = staff;
  }

  @Override
  public void afterPropertiesSet() {
    requireSafeLinks(settings.baseUrl());
    DurableDatabase.require(database);
    setAdministrator();
  }

  /** Links in letters carry tokens: only https keeps them to the customer. */
  static void requireSafeLinks(URI baseUrl) {
    var secure = "https".equals(baseUrl.getScheme());
    if (baseUrl.getHost() == null
        || !(secure || ("http".equals(baseUrl.getScheme()) && loopback(baseUrl.getHost())))) {
      throw new WrongSetting(
          "winback.base-url",
          "\"" + baseUrl + "\"",
          "an https address, or http://localhost for trying it out");
    }
  }

  /** Whoever can read the links gets real letters, which no receiver takes from "localhost". */
  static void requireSender(Settings settings) {
    var from = settings.mail().from();
    if (settings.mail().mode() != Settings.Mode.MAILBOX
        && !loopback(settings.baseUrl().getHost())
        && from.toLowerCase(Locale.ROOT).matches(".*[@.]localhost\\.?")) {
      throw new WrongSetting(
          "winback.mail.from",
          "\"" + from + "\"",
          "an address of the firm, as letters leave for everybody (winback.base-url is "
              + settings.baseUrl()
              + ")");
    }
  }

  static boolean loopback(String host) {
    try {
      return "localhost".equals(host) || InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private void setAdministrator() {
    var password = settings.admin().password();
    if (password == null) {
      return;
    }
    if (password.length() < Staff.SHORTEST_PASSWORD) {
      throw new WrongSetting(
          "winback.admin.password",
          "(not shown)",
          "a password of at least " + Staff.SHORTEST_PASSWORD + " characters");
    }
    staff.resetAdministrator(password);
  }
}
