package dev.winback.web.security;

import dev.winback.staff.Role;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/**
 * Where a member begins: where something was typed when the login ran out, else at the page that
 * was asked for, else a rep with the calls of the day and everybody else with the figures.
 */
class FirstPage extends SavedRequestAwareAuthenticationSuccessHandler {

  private static final String REP = "ROLE_" + Role.REP.name();

  /** A path of ours with its filter; two slashes would be another host. */
  private static final Pattern PAGE = Pattern.compile("/(?!/)[\\w/.~%-]*(\\?[\\w/.~%&=+:@!,;-]*)?");

  private final HttpSessionRequestCache asked = new HttpSessionRequestCache();

  private final DeviceCookie devices;

  FirstPage(DeviceCookie devices) {
    this.devices = devices;
    setRequestCache(asked);
    // the page that was asked for is kept with a scheme and a host, which a visitor chooses
    setRedirectStrategy((request, response, url) -> response.sendRedirect(path(url)));
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication member)
      throws IOException, ServletException {
    var saved = asked.getRequest(request, response);
    // the bare address is how one comes to the program, not a page that somebody wants
    boolean bare = saved != null && "/".equals(URI.create(saved.getRedirectUrl()).getPath());
    if (bare || back(request) != null) {
      asked.removeRequest(request, response);
    }
    devices.remember(member.getName(), request, response);
    super.onAuthenticationSuccess(request, response, member);
  }

  private static @Nullable String back(HttpServletRequest request) {
    var page = request.getParameter("back");
    return page != null && PAGE.matcher(page).matches() ? page : null;
  }

  private static String path(String url) {
    var uri = URI.create(url);
    return uri.getRawQuery() == null
        ? uri.getRawPath()
        : uri.getRawPath() + "?" + uri.getRawQuery();
  }

  @Override
  protected String determineTargetUrl(
      HttpServletRequest request, HttpServletResponse response, @Nullable Authentication member) {
    var back = back(request);
    if (back != null) {
      return back;
    }
    boolean rep =
        member != null
            && member.getAuthorities().stream().anyMatch(a -> REP.equals(a.getAuthority()));
    return rep ? "/today" : super.determineTargetUrl(request, response, member);
  }
}
