package dev.winback.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * What a customer answers may be copied from anywhere and hold a zero byte: his form takes it and
 * leaves that out, so that nothing he wrote is lost. Everything else is as strict as it was.
 */
class SurveyFirewall implements HttpFirewall {

  private final StrictHttpFirewall strict;
  private final StrictHttpFirewall lenient = new StrictHttpFirewall();

  SurveyFirewall(StrictHttpFirewall strict) {
    this.strict = strict;
    lenient.setAllowedParameterValues(value -> true);
  }

  @Override
  public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
    boolean survey = request.getRequestURI().startsWith(request.getContextPath() + "/s/");
    return (survey ? lenient : strict).getFirewalledRequest(request);
  }

  @Override
  public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
    return strict.getFirewalledResponse(response);
  }
}
