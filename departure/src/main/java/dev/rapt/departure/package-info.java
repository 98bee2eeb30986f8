/** How a service goes: CDI beans that every service picks up by depending on this module. */
package dev.rapt.departure;
