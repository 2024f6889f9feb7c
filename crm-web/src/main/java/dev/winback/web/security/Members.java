package dev.winback.web.security;

import dev.winback.shared.BusinessClock;
import dev.winback.staff.Staff;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Members as Spring Security asks for them. */
@Component
class Members implements UserDetailsService {

  private final Staff staff;
  private final BusinessClock clock;

  Members(Staff staff, BusinessClock clock) {
    this.staff = staff;
    this.clock = clock;
  }

  @Override
  public UserDetails loadUserByUsername(String username) {
    var login =
        staff.login(username).orElseThrow(() -> new UsernameNotFoundException("unknown login"));
    return new SignedIn(login, clock.instant());
  }
}
