package dev.winback.shared;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Where this program may go: never to an address inside, however it is written (T50). The check is
 * made of the resolved addresses, and {@link Outgoing} connects to those that were checked.
 */
public final class Destination {

  /** What some library somewhere reads as a number: octal, hexadecimal, short of parts. */
  private static final Pattern NUMERIC = Pattern.compile("(.*\\.)?(0[xX][0-9a-fA-F]*|[0-9]+)\\.?");

  private static final Pattern CANONICAL =
      Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

  private Destination() {}

  /** False for a host in numbers that one library reads so and another one so. */
  public static boolean clear(String host) {
    return !NUMERIC.matcher(host).matches() || CANONICAL.matcher(host).matches();
  }

  /** All addresses of the host; one inside is enough to refuse them all. */
  public static InetAddress[] addresses(String host, boolean privateToo)
      throws UnknownHostException {
    var found = InetAddress.getAllByName(host);
    if (!privateToo && Arrays.stream(found).anyMatch(Destination::inside)) {
      throw new Inside();
    }
    return found;
  }

  /** The host has an address that nobody outside could reach. */
  public static final class Inside extends UnknownHostException {

    Inside() {
      super("leads to an address inside");
    }
  }

  static boolean inside(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || inside(address.getAddress());
  }

  private static boolean inside(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    return bytes.length == 4 ? insideV4(first, second, bytes[2] & 0xff) : insideV6(bytes);
  }

  /** Special purpose blocks of RFC 6890 that InetAddress has no question for. */
  private static boolean insideV4(int first, int second, int third) {
    return first == 0
        || first >= 224
        || first == 100 && (second & 0xc0) == 64
        || first == 192 && second == 0 && (third == 0 || third == 2)
        || first == 198 && (second == 18 || second == 19 || second == 51 && third == 100)
        || first == 203 && second == 0 && third == 113;
  }

  /** Only 2000::/3 is the public net, and of it not what carries a version 4 address inside. */
  private static boolean insideV6(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    boolean sixToFour = first == 0x20 && second == 0x02;
    boolean teredoOrDocumentation =
        first == 0x20 && second == 0x01 && (bytes[2] == 0 || bytes[2] == 0x0d);
    return (first & 0xe0) != 0x20 || sixToFour || teredoOrDocumentation;
  }
}
