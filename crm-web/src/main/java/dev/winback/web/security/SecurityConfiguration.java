package dev.winback.web.security;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.WrongSetting;
import dev.winback.staff.ApiKeys;
import dev.winback.staff.Staff;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Four doors: {@code /api} by Basic login or key and the metrics by Basic login, without a session,
 * the API's description by sign-in or key with a looser policy for its own scripts, everything else
 * by the sign-in page.
 */
@Configuration
class SecurityConfiguration {

  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
          + "connect-src 'self'; form-action 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'";
  static final String DESCRIPTION_POLICY =
      "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
          + "img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

  private final StrictHeaders strict;

  SecurityConfiguration(StrictHeaders strict) {
    this.strict = strict;
  }

  /** A zero byte is no text for the database: refused before it gets there. */
  @Bean
  HttpFirewall firewall() {
    var firewall = new StrictHttpFirewall();
    firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
    return new SurveyFirewall(firewall);
  }

  @Bean
  @Order(1)
  SecurityFilterChain api(
      HttpSecurity http,
      ApiEntryPoint entryPoint,
      ApiKeys keys,
      ApiProblems problems,
      Denials denials,
      BusinessClock clock) {
    return http.securityMatcher("/api/**")
        .authorizeHttpRequests(
            requests ->
                requests
                    // a shop's webhook is let in by its signature
                    .requestMatchers("/api/v1/hooks/*")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .httpBasic(basic -> basic.authenticationEntryPoint(entryPoint))
        // no bean: it would be a filter of every chain
        .addFilterBefore(
            new ApiKeyFilter(keys, problems, denials, clock), BasicAuthenticationFilter.class)
        .addFilterBefore(new ForeignSites(problems), ApiKeyFilter.class)
        .exceptionHandling(wrong -> wrong.authenticationEntryPoint(entryPoint))
        .csrf(csrf -> csrf.disable())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(headers -> strict.harden(headers, POLICY))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain description(
      HttpSecurity http,
      ApiKeys keys,
      ApiProblems problems,
      Denials denials,
      Staff staff,
      BusinessClock clock) {
    return http.securityMatcher("/swagger-ui/**", "/swagger-ui.html", "/v3/api-docs/**")
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .formLogin(form -> form.loginPage("/login"))
        // a program reads the description with its key before it calls anything
        .addFilterBefore(
            new ApiKeyFilter(keys, problems, denials, clock),
            UsernamePasswordAuthenticationFilter.class)
        .addFilterBefore(new EndedSessions(staff, clock), AnonymousAuthenticationFilter.class)
        .headers(headers -> strict.harden(headers, DESCRIPTION_POLICY))
        .build();
  }

  /** A scraper signs in by Basic login, or asks on a management port of its own (inside only). */
  @Bean
  @Order(3)
  SecurityFilterChain metrics(
      HttpSecurity http,
      @Value("${management.server.port:0}") int managementPort,
      @Value("${server.port:8080}") int port) {
    requireOwnPort(managementPort, port);
    return http.securityMatcher("/actuator/**")
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/actuator/health/**")
                    .permitAll()
                    .requestMatchers(request -> request.getLocalPort() == managementPort)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .httpBasic(Customizer.withDefaults())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(headers -> strict.harden(headers, POLICY))
        .build();
  }

  /** One port for both is no second one, and everybody would be let in by it. */
  static void requireOwnPort(int managementPort, int port) {
    if (managementPort > 0 && managementPort == port) {
      throw new WrongSetting("management.server.port", managementPort, "another than server.port");
    }
  }

  @Bean
  @Order(4)
  SecurityFilterChain pages(
      HttpSecurity http, Denials denials, Staff staff, BusinessClock clock, DeviceCookie devices) {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(
                        "/webjars/**", "/css/**", "/js/**", "/icons/**", "/favicon.ico")
                    .permitAll()
                    .requestMatchers(
                        "/login",
                        "/setup",
                        "/error",
                        "/u/*",
                        "/u/*/*",
                        "/c/*",
                        "/o/*",
                        "/f/*",
                        "/s/*",
                        "/hooks/*",
                        "/calendar/*")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .formLogin(
            form ->
                form.loginPage("/login")
                    .authenticationDetailsSource(LoginDetails::new)
                    .successHandler(new FirstPage(devices))
                    .failureHandler(new NotSignedIn())
                    .permitAll())
        .addFilterBefore(new EndedSessions(staff, clock), AnonymousAuthenticationFilter.class)
        .addFilterBefore(new SignedInUploads(), CsrfFilter.class)
        .logout(logout -> logout.logoutSuccessUrl("/login?logout"))
        .exceptionHandling(
            wrong ->
                wrong
                    .authenticationEntryPoint((ask, answer, e) -> SignInAgain.lead(ask, answer))
                    .accessDeniedHandler(denials))
        .csrf(csrf -> csrf.ignoringRequestMatchers("/u/*", "/s/*", "/hooks/*"))
        .headers(headers -> strict.harden(headers, POLICY))
        .build();
  }
}
