package dev.winback.web.security;

import dev.winback.shared.Settings;
import dev.winback.shared.Sha256;
import dev.winback.staff.Guess;
import dev.winback.staff.KnownDevices;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The cookie by which a member's device is known again, a year from the last time that he signed
 * in; one for each login, because two may share a desk.
 */
@Component
class DeviceCookie {

  static final Duration KEPT = Duration.ofDays(365);
  private static final String NAME = "device-";
  private static final int SHORT = 16;

  private final KnownDevices devices;
  private final boolean secure;

  DeviceCookie(KnownDevices devices, Settings settings) {
    this.devices = devices;
    this.secure = "https".equals(settings.baseUrl().getScheme());
  }

  Guess guess(String login, HttpServletRequest request) {
    return guess(login, String.valueOf(request.getRemoteAddr()), marks(request));
  }

  Guess guess(String login, String address, Map<String, String> marks) {
    return new Guess(login, address, device(login, marks).orElse(null));
  }

  void remember(String login, HttpServletRequest request, HttpServletResponse response) {
    var marks = marks(request);
    var mark = device(login, marks).isPresent() ? marks.get(name(login)) : devices.mark(login);
    var cookie =
        ResponseCookie.from(name(login), mark)
            .httpOnly(true)
            .secure(secure)
            .sameSite("Strict")
            .path("/")
            .maxAge(KEPT)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  private Optional<String> device(String login, Map<String, String> marks) {
    return Optional.ofNullable(marks.get(name(login))).flatMap(mark -> devices.device(mark, login));
  }

  static Map<String, String> marks(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Stream::of)
        .filter(cookie -> cookie.getName().contains(NAME))
        .collect(Collectors.toMap(Cookie::getName, Cookie::getValue, (first, again) -> first));
  }

  /** Behind https bound to this host, as the session's. */
  private String name(String login) {
    var known = Sha256.hex(login.strip().toLowerCase(Locale.ROOT)).substring(0, SHORT);
    return (secure ? "__Host-" : "") + NAME + known;
  }
}
