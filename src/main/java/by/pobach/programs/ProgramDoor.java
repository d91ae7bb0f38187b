package by.pobach.programs;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** The door of programs ({@code /api}): no cookies at all, and whoever shows a token is known by it or sent away. */
@Configuration(proxyBeanMethods = false)
class ProgramDoor {
    private static final String SCHEME = "Bearer ";

    @Bean
    @Order(1)
    SecurityFilterChain programsChain(HttpSecurity http, Programs programs) {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(ask -> ask.anyRequest().permitAll())
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .headers(headers -> headers.disable())
                .addFilterBefore(new Tokens(programs), AnonymousAuthenticationFilter.class)
                .build();
    }

    /** RFC 6750, from the header only: an address is written down in too many places. */
    private static final class Tokens extends OncePerRequestFilter {
        private final Programs programs;

        Tokens(Programs programs) {
            this.programs = programs;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String shown = request.getHeader(HttpHeaders.AUTHORIZATION);
            if (shown == null) {
                chain.doFilter(request, response);
                return;
            }
            Optional<ProgramTable.Token> token = shown.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                    ? programs.known(shown.substring(SCHEME.length()).strip())
                    : Optional.empty();
            if (token.isEmpty()) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
                response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
                return;
            }
            var rights = token.get().scopes().stream()
                    .map(scope -> new SimpleGrantedAuthority("SCOPE_" + scope.code()))
                    .toList();
            SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                    "program:" + token.get().id(), null, rights)));
            chain.doFilter(request, response);
        }
    }
}
