package dev.winback.staff;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A password that somebody gives for a login: from which address, and by which of the member's
 * known devices, if by one.
 */
public record Guess(String login, String address, @Nullable String device) {

  private static final int NETWORK = 8;

  /** As Staff reads it: ADMIN and admin are one login with one count. */
  public Guess {
    login = login.strip().toLowerCase(Locale.ROOT);
  }

  /** Of IPv6 the first 64 bits: whoever has one address has all of the rest. */
  String network() {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try { // a colon is in no name: nobody is asked for it
      var bytes = InetAddress.getByName(address).getAddress();
      return bytes.length > NETWORK ? HexFormat.of().formatHex(bytes, 0, NETWORK) : address;
    } catch (UnknownHostException noAddress) {
      return address;
    }
  }
}
